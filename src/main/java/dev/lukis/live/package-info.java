/**
 * The edge: the WebSocket protocol {@code lukis.v1}, configuration and health. Start here: {@link
 * LiveEndpoint}, {@link LukisConfig}.
 */
@NullMarked
package dev.lukis.live;

import org.jspecify.annotations.NullMarked;
