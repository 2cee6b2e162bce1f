package dev.lukis.dispatch;

import dev.lukis.dispatch.timing.TurnWatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one thread that uses a device: prepares it, then takes turns until it is stopped, and rests
 * while there is no work. An Error ends it. Thread-safe.
 *
 * @param <T> what is prepared
 */
final class DenoisingThread<T> {
  private static final Logger LOG = Logger.getLogger(DenoisingThread.class.getName());

  private final Supplier<T> preparation;
  private final Predicate<T> turn;
  private final LongSupplier clock;
  private final Consumer<Error> onFatal;
  private final Thread thread = new Thread(this::run, "lukis-denoising");
  private final CompletableFuture<T> prepared = new CompletableFuture<>();
  private final Semaphore wake = new Semaphore(0);
  private final TurnWatch watch = new TurnWatch();

  // Mutable state
  private volatile boolean stopped;

  /**
   * @param preparation is run first, on the thread
   * @param turn does some work, and tells whether there was any
   * @param clock in nanoseconds
   * @param onFatal receives an Error that ended the thread, after it was logged; called on the
   *     thread
   */
  DenoisingThread(
      Supplier<T> preparation, Predicate<T> turn, LongSupplier clock, Consumer<Error> onFatal) {
    this.preparation = preparation;
    this.turn = turn;
    this.clock = clock;
    this.onFatal = onFatal;
    // A hung device must not keep the process alive.
    thread.setDaemon(true);
  }

  /**
   * Starts the thread, and waits for the preparation.
   *
   * @return what is prepared; a failure of the preparation is thrown, and the thread has ended
   */
  T start() {
    thread.start();
    try {
      return prepared.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** There is work. */
  void wake() {
    wake.release();
  }

  /** Whether the thread runs, and its current turn has taken at most this long. */
  boolean alive(Duration longestTurn) {
    return thread.isAlive() && watch.within(longestTurn.toNanos(), clock.getAsLong());
  }

  private void run() {
    T device;
    try {
      device = preparation.get();
    } catch (RuntimeException | Error e) {
      prepared.completeExceptionally(e);
      return;
    }
    prepared.complete(device);
    try {
      takeTurns(device);
    } catch (Error e) {
      // The state of the loop is unknown, so the thread ends: liveness fails from now on.
      LOG.log(Level.SEVERE, "the denoising thread ended: " + e, e);
      onFatal.accept(e);
    }
  }

  private void takeTurns(T device) {
    while (!stopped) {
      if (!takeTurn(device)) {
        wake.acquireUninterruptibly();
        wake.drainPermits();
      }
    }
  }

  // The loop handles exceptions of a pipeline. Any other is a defect, which must not stop the other
  // sessions.
  private boolean takeTurn(T device) {
    watch.begin(clock.getAsLong());
    try {
      return turn.test(device);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a turn of the denoising loop failed", e);
      return true;
    } finally {
      watch.end();
    }
  }

  /**
   * Ends the thread after its present turn.
   *
   * @param limit of the time to wait for that
   * @return whether it has ended
   * @throws InterruptedException when the waiting was interrupted
   */
  boolean stop(Duration limit) throws InterruptedException {
    stopped = true;
    wake.release();
    thread.join(limit.toMillis());
    return !thread.isAlive();
  }
}
