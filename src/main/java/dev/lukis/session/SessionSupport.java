package dev.lukis.session;

import dev.lukis.painting.ImageCache;
import dev.lukis.painting.Painter;
import dev.lukis.safety.PromptJudge;
import dev.lukis.text.PromptReading;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The collaborators of a session.
 *
 * @param painter paints the session's requests
 * @param reader tells which words of a prompt the model knows; may be called on any thread
 * @param draftNanos how long drafts take lately; 0 if unknown
 * @param clock tells and measures time
 * @param executor runs one task after the other, never two at a time; the session is confined to it
 * @param cache of encoded images, shared by sessions
 * @param safety judges prompts
 * @param observer receives events for metrics
 */
public record SessionSupport(
    Painter painter,
    Function<String, PromptReading> reader,
    LongSupplier draftNanos,
    SessionClock clock,
    Executor executor,
    ImageCache cache,
    PromptJudge safety,
    SessionObserver observer) {}
