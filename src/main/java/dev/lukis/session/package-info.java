/**
 * One person at a keyboard: when their edits are painted and which images reach them. Start here:
 * {@link TypingSession}, {@link Debouncer}.
 */
@NullMarked
package dev.lukis.session;

import org.jspecify.annotations.NullMarked;
