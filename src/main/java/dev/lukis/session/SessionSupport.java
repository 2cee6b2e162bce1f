package dev.lukis.session;

import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.Mailbox;
import dev.lukis.pipeline.PromptReading;
import dev.lukis.safety.Safety;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a session works with.
 *
 * @param dispatcher opens the mailbox in which the session's requests are put
 * @param reader what the model makes of a prompt; for any thread
 * @param draftNanos how long drafts take lately, 0 where that is not known
 * @param clock tells and measures time
 * @param executor runs one task after the other, never two at a time: the session is confined to it
 * @param encoders where images are encoded
 * @param cache of encoded images, shared by sessions
 * @param safety judges prompts, and images where they are encoded
 * @param observer hears of what happens
 */
public record SessionSupport(
    Function<GenerationListener, Mailbox> dispatcher,
    Function<String, PromptReading> reader,
    LongSupplier draftNanos,
    SessionClock clock,
    Executor executor,
    Executor encoders,
    ImageCache cache,
    Safety safety,
    SessionObserver observer) {}
