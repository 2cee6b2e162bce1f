package dev.lukis.dispatch;

import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.pipeline.ImageRequest;
import java.time.Duration;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the denoising steps of all sessions of one device. Owns the denoising thread and the
 * pipeline, which no other thread touches; {@link #close()} ends both. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final long LONGEST_CLOSE_MILLIS = 10_000;

  private final ImagePipeline pipeline;
  private final BatchProfile profile;
  private final DenoisingLoop loop;
  private final DispatchStatistics statistics;
  private final Semaphore wake = new Semaphore(0);
  private final Queue<FutureTask<?>> tasks = new ConcurrentLinkedQueue<>();
  private final TurnWatch watch = new TurnWatch();
  private final LongSupplier clock;
  private final Consumer<Error> onFatal;
  private final Thread thread;

  // Mutable state
  private volatile boolean closed;

  private Dispatcher(
      ImagePipeline pipeline,
      ConditioningCache conditionings,
      DispatchSettings settings,
      DispatchObserver observer,
      DispatchStatistics statistics,
      BatchProfile profile,
      LongSupplier clock,
      Consumer<Error> onFatal,
      Thread thread) {
    this.onFatal = onFatal;
    this.pipeline = pipeline;
    this.profile = profile;
    this.statistics = statistics;
    this.clock = clock;
    this.loop =
        new DenoisingLoop(
            pipeline,
            conditionings,
            settings,
            settings.batchCap() > 0 ? settings.batchCap() : profile.cap(),
            profile.previewAhead(),
            statistics,
            observer,
            clock);
    this.thread = thread;
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
      ImageRequest typical,
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
      ImageRequest typical,
      Consumer<Error> onFatal,
      LongSupplier clock) {
    CompletableFuture<Dispatcher> started = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              Dispatcher dispatcher;
              try {
                BatchProfile profile = BatchProfile.measure(pipeline, typical, clock);
                dispatcher =
                    new Dispatcher(
                        pipeline,
                        conditionings,
                        settings,
                        observer,
                        statistics,
                        profile,
                        clock,
                        onFatal,
                        Thread.currentThread());
              } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
                return;
              }
              started.complete(dispatcher);
              dispatcher.runOrTell();
            },
            "lukis-denoising");
    // A hung device must not keep the process alive.
    thread.setDaemon(true);
    thread.start();
    return joined(started);
  }

  private static Dispatcher joined(CompletableFuture<Dispatcher> started) {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Lets a session take part until its mailbox is closed. */
  public Mailbox open(GenerationListener listener) {
    Mailbox mailbox = new Mailbox(wake::release, statistics);
    loop.add(new SessionSlot(mailbox, listener));
    return mailbox;
  }

  /**
   * Runs a task on the denoising thread, between two steps: the only place where the pipeline may
   * be changed.
   *
   * @return ends with the task, or with its exception; is cancelled when the dispatcher is closed
   *     before
   */
  public Future<?> between(Runnable task) {
    FutureTask<?> queued = new FutureTask<>(task, null);
    tasks.add(queued);
    wake.release();
    if (closed) {
      queued.cancel(false);
    }
    return queued;
  }

  public DispatchStatistics statistics() {
    return statistics;
  }

  /** The recent duration of drafts, waiting included, in nanoseconds; 0 before the first. */
  public long draftNanos() {
    return loop.draftNanos();
  }

  /** How many sessions may share a step. */
  public int batchCap() {
    return loop.batchCap();
  }

  /** The time of a step in nanoseconds by batch size, as measured at the start. */
  public SortedMap<Integer, Long> stepNanos() {
    return profile.stepNanos();
  }

  /** Sessions whose memory is held. */
  public int sessions() {
    return loop.sessions();
  }

  /**
   * Whether the denoising thread is alive and makes progress. A native call that never returns
   * keeps it in one turn for ever.
   *
   * @param longestTurn longer than any step with its encoding and decoding
   */
  public boolean alive(Duration longestTurn) {
    return thread.isAlive() && watch.within(longestTurn.toNanos(), clock.getAsLong());
  }

  // After an Error the state of the loop is unknown, so the thread ends: liveness fails from then
  // on.
  private void runOrTell() {
    try {
      run();
    } catch (Error e) {
      LOG.log(Level.SEVERE, "the denoising thread ended: " + e, e);
      onFatal.accept(e);
    }
  }

  private void run() {
    while (!closed) {
      runTasks();
      if (!turn()) {
        wake.acquireUninterruptibly();
        wake.drainPermits();
      }
    }
  }

  private void runTasks() {
    for (FutureTask<?> task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  // The loop handles exceptions of a pipeline. Any other is a defect, which must not stop the other
  // sessions.
  private boolean turn() {
    watch.begin(clock.getAsLong());
    try {
      return loop.turn();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a turn of the denoising loop failed", e);
      return true;
    } finally {
      watch.end();
    }
  }

  /**
   * Ends the thread after its present step, then frees the model. A step that does not end keeps
   * the model: freeing what a native call still uses would crash the process.
   */
  @Override
  public void close() {
    closed = true;
    tasks.forEach(task -> task.cancel(false));
    wake.release();
    try {
      thread.join(LONGEST_CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (thread.isAlive()) {
      LOG.warning("the device is still busy after " + LONGEST_CLOSE_MILLIS + " ms; left as it is");
    } else {
      pipeline.close();
    }
  }
}
