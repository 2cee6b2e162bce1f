/**
 * The WebSocket endpoint: upgrades, connections, resumption and shutdown. Start here: {@link
 * LiveEndpoint}, {@link LiveConnection}.
 */
@NullMarked
package dev.lukis.live;

import org.jspecify.annotations.NullMarked;
