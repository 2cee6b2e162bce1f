/**
 * The session of one person who types: decides when edits are painted and which images are sent.
 * Start here: {@link TypingSession}, {@link dev.lukis.session.typing.Debouncer}, {@link
 * SessionPainter}, {@link ImageOutbox}.
 */
@NullMarked
package dev.lukis.session;

import org.jspecify.annotations.NullMarked;
