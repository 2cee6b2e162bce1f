/**
 * Decides when a keystroke is painted. Pure; time is an argument. Start here: {@link
 * dev.lukis.session.typing.Debouncer}.
 */
@NullMarked
package dev.lukis.session.typing;

import org.jspecify.annotations.NullMarked;
