/** The messages of {@code lukis.v1}. Start here: {@link ClientMessage}. */
@NullMarked
package dev.lukis.live.protocol;

import org.jspecify.annotations.NullMarked;
