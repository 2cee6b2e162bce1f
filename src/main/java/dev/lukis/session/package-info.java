/**
 * One person at a keyboard: when their edits are painted and which images reach them. Start here:
 * {@link TypingSession}, {@link dev.lukis.session.typing.Debouncer}, {@link SessionPainter}, {@link
 * ImageOutbox}.
 */
@NullMarked
package dev.lukis.session;

import org.jspecify.annotations.NullMarked;
