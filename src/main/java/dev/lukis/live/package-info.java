/**
 * The WebSocket endpoint and its connections: admission, messages, flow control and shutdown. Start
 * here: {@link LiveEndpoint}, {@link LiveConnection}.
 */
@NullMarked
package dev.lukis.live;

import org.jspecify.annotations.NullMarked;
