package dev.lukis.dispatch;

import dev.lukis.pipeline.ImagePipeline;
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
  private final DenoisingLoop loop;
  private final DispatchStatistics statistics = new DispatchStatistics();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;

  // Mutable state
  private volatile boolean closed;

  private Dispatcher(ImagePipeline pipeline, SupersessionPolicy policy, int batchCap) {
    this.pipeline = pipeline;
    this.loop = new DenoisingLoop(pipeline, policy, batchCap, statistics);
    this.thread = new Thread(this::run, "lukis-denoising");
  }

  /**
   * Starts the denoising thread.
   *
   * @param pipeline is closed with the dispatcher
   * @param batchCap how many sessions may share a step, at least 1
   */
  public static Dispatcher start(ImagePipeline pipeline, SupersessionPolicy policy, int batchCap) {
    if (batchCap < 1) {
      throw new IllegalArgumentException("batchCap: " + batchCap + " (expected: >= 1)");
    }
    Dispatcher dispatcher = new Dispatcher(pipeline, policy, batchCap);
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
