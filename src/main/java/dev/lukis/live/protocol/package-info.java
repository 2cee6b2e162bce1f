/**
 * The messages of {@code lukis.v1}. Start here: {@link ClientMessage} and {@link ServerMessage}.
 */
@NullMarked
package dev.lukis.live.protocol;

import org.jspecify.annotations.NullMarked;
