package dev.lukis.dispatch;

import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.pipeline.ImageRequest;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives the sessions of one device their denoising steps. Owns the denoising thread and the
 * pipeline, which no other thread touches; {@link #close()} ends both. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

  private final ImagePipeline pipeline;
  private final BatchProfile profile;
  private final int batchCap;
  private final DenoisingLoop loop;
  private final DispatchStatistics statistics = new DispatchStatistics();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;

  // Mutable state
  private volatile boolean closed;

  private Dispatcher(
      ImagePipeline pipeline,
      ConditioningCache conditionings,
      DispatchSettings settings,
      DispatchObserver observer,
      BatchProfile profile) {
    this.pipeline = pipeline;
    this.profile = profile;
    this.batchCap = settings.batchCap() > 0 ? settings.batchCap() : profile.cap();
    this.loop =
        new DenoisingLoop(
            pipeline, conditionings, settings, batchCap, statistics, observer, System::nanoTime);
    this.thread = new Thread(this::run, "lukis-denoising");
  }

  /**
   * Measures what a step costs, which warms the model up, and starts the denoising thread.
   *
   * @param pipeline is closed with the dispatcher
   * @param conditionings of the same pipeline
   * @param typical a draft as most will be
   */
  public static Dispatcher start(
      ImagePipeline pipeline,
      ConditioningCache conditionings,
      DispatchSettings settings,
      DispatchObserver observer,
      ImageRequest typical) {
    BatchProfile profile = BatchProfile.measure(pipeline, typical, System::nanoTime);
    Dispatcher dispatcher = new Dispatcher(pipeline, conditionings, settings, observer, profile);
    dispatcher.thread.start();
    return dispatcher;
  }

  /** Lets a session take part until its mailbox is closed. */
  public Mailbox open(GenerationListener listener) {
    Mailbox mailbox = new Mailbox(wake::release, statistics);
    loop.add(new Lane(mailbox, listener));
    return mailbox;
  }

  public DispatchStatistics statistics() {
    return statistics;
  }

  /** How long drafts take lately, waiting included, in nanoseconds; 0 before the first. */
  public long draftNanos() {
    return loop.draftNanos();
  }

  /** How many sessions may share a step. */
  public int batchCap() {
    return batchCap;
  }

  /** The time of a step in nanoseconds by batch size, as measured at the start. */
  public SortedMap<Integer, Long> stepNanos() {
    return profile.stepNanos();
  }

  /** Sessions whose memory is held. */
  public int sessions() {
    return loop.sessions();
  }

  /** Whether the denoising thread lives. */
  public boolean alive() {
    return thread.isAlive();
  }

  private void run() {
    while (!closed) {
      if (!turn()) {
        wake.acquireUninterruptibly();
        wake.drainPermits();
      }
    }
  }

  // The loop handles what a pipeline throws. What is left is a defect: one session's must not stop
  // the others.
  private boolean turn() {
    try {
      return loop.turn();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a turn of the denoising loop failed", e);
      return true;
    }
  }

  /** Ends the thread after its present step, then frees the model. */
  @Override
  public void close() {
    closed = true;
    wake.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    pipeline.close();
  }
}
