package dev.lukis.dispatch;

import dev.lukis.dispatch.timing.BatchProfile;
import dev.lukis.image.ImageSpec;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Logger;

/**
 * Runs the denoising steps of all sessions of one device. Owns the denoising thread and the
 * pipeline, which no other thread touches; {@link #close()} ends both. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  private final ImagePipeline pipeline;
  private final DispatchStatistics statistics;
  private final DenoisingThread<Device> thread;
  private final Device device;

  /** What the denoising thread works with. */
  private record Device(BatchProfile profile, DenoisingLoop loop) {}

  private Dispatcher(
      ImagePipeline pipeline, DispatchStatistics statistics, DenoisingThread<Device> thread) {
    this.pipeline = pipeline;
    this.statistics = statistics;
    this.thread = thread;
    this.device = thread.start();
  }

  /**
   * Starts the denoising thread. It measures the pipeline first, which also warms it up. The
   * pipeline runs on no other thread, because ONNX Runtime on a GPU would hold memory for each
   * thread.
   *
   * @param pipeline is closed with the dispatcher
   * @param conditionings of the same pipeline
   * @param statistics may be shared with other dispatchers
   * @param typical a typical draft
   * @param onFatal receives an Error that ended the denoising thread, for example a lack of heap
   *     memory; called on that thread, after the Error was logged
   */
  public static Dispatcher start(
      ImagePipeline pipeline,
      ConditioningCache conditionings,
      DispatchSettings settings,
      DispatchObserver observer,
      DispatchStatistics statistics,
      ImageSpec typical,
      Consumer<Error> onFatal) {
    return start(
        pipeline,
        conditionings,
        settings,
        observer,
        statistics,
        typical,
        onFatal,
        System::nanoTime);
  }

  /**
   * @param clock in nanoseconds
   */
  static Dispatcher start(
      ImagePipeline pipeline,
      ConditioningCache conditionings,
      DispatchSettings settings,
      DispatchObserver observer,
      DispatchStatistics statistics,
      ImageSpec typical,
      Consumer<Error> onFatal,
      LongSupplier clock) {
    DenoisingThread<Device> thread =
        new DenoisingThread<>(
            () -> {
              BatchProfile profile = BatchProfile.measure(pipeline, typical, clock);
              int cap = settings.batchCap() > 0 ? settings.batchCap() : profile.cap();
              DenoisingLoop loop =
                  new DenoisingLoop(
                      pipeline,
                      conditionings,
                      settings,
                      cap,
                      profile.previewAhead(),
                      statistics,
                      observer,
                      clock);
              return new Device(profile, loop);
            },
            device -> device.loop().turn(),
            clock,
            onFatal);
    return new Dispatcher(pipeline, statistics, thread);
  }

  /** Lets a session take part until its mailbox is closed. */
  public Mailbox open(GenerationListener listener) {
    Mailbox mailbox = new Mailbox(thread::wake, statistics);
    device.loop().add(new SessionSlot(mailbox, listener));
    return mailbox;
  }

  public DispatchStatistics statistics() {
    return statistics;
  }

  /** The recent duration of drafts, waiting included, in nanoseconds; 0 before the first. */
  public long draftNanos() {
    return device.loop().draftNanos();
  }

  /** How many sessions may share a step. */
  public int batchCap() {
    return device.loop().batchCap();
  }

  /** The time of a step in nanoseconds by batch size, as measured at the start. */
  public SortedMap<Integer, Long> stepNanos() {
    return device.profile().stepNanos();
  }

  /** Sessions whose memory is held. */
  public int sessions() {
    return device.loop().sessions();
  }

  /**
   * Whether the denoising thread is alive and makes progress. A native call that never returns
   * keeps it in one turn for ever.
   *
   * @param longestTurn longer than any step with its encoding and decoding
   */
  public boolean alive(Duration longestTurn) {
    return thread.alive(longestTurn);
  }

  /**
   * Ends the thread after its present step, then frees the model. A step that does not end keeps
   * the model: freeing what a native call still uses would crash the process.
   */
  @Override
  public void close() {
    try {
      if (thread.stop(LONGEST_CLOSE)) {
        pipeline.close();
      } else {
        LOG.warning(
            "the device is still busy after " + LONGEST_CLOSE.toMillis() + " ms; left as it is");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
