/**
 * The edge: the WebSocket protocol {@code lukis.v1}, configuration and health. Start here: {@link
 * LiveEndpoint}, {@link LukisConfig}.
 */
@NullMarked
package dev.lukis.web;

import org.jspecify.annotations.NullMarked;
