package dev.lukis.dispatch;

import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import java.util.function.LongSupplier;

/**
 * The service's denoising loop without its thread: the caller decides when a turn is taken, and
 * what time it is. Not thread-safe.
 */
public final class VirtualDispatcher {
  private static final int PREVIEW_AHEAD = 1;
  // So much that nothing is ever dropped: what a full cache drops is decided by other threads.
  private static final long CONDITIONING_BYTES = 1 << 30;

  private final DispatchStatistics statistics = new DispatchStatistics();
  private final DenoisingLoop loop;

  /**
   * @param settings whose batch cap is given
   * @param clock in nanoseconds
   */
  public VirtualDispatcher(ImagePipeline pipeline, DispatchSettings settings, LongSupplier clock) {
    loop =
        new DenoisingLoop(
            pipeline,
            new ConditioningCache(pipeline, CONDITIONING_BYTES),
            settings,
            settings.batchCap(),
            PREVIEW_AHEAD,
            statistics,
            DispatchObserver.NONE,
            clock);
  }

  public Mailbox open(GenerationListener listener) {
    Mailbox mailbox = new Mailbox(() -> {}, statistics);
    loop.add(new SessionSlot(mailbox, listener));
    return mailbox;
  }

  /** One step boundary; whether there may be more to do. */
  public boolean turn() {
    return loop.turn();
  }

  public long draftNanos() {
    return loop.draftNanos();
  }

  public DispatchStatistics statistics() {
    return statistics;
  }
}
