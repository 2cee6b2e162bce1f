package dev.lukis.live;

import dev.lukis.admission.RateLimiter;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.protocol.MessageReader;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionClock;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a connection's messages as fast as its limiter permits. Of prompts that come faster, the
 * newest is taken later; anything else that does is refused. On the session's executor only.
 */
final class ThrottledReceiver implements AutoCloseable {
  private final RateLimiter limiter;
  private final SessionClock clock;
  private final Consumer<ClientMessage> taker;

  // Mutable state
  private ClientMessage.@Nullable Prompt held;
  private int heldSize;
  private Cancellable later = () -> {};

  /**
   * @param taker is given what is taken
   */
  ThrottledReceiver(RateLimiter limiter, SessionClock clock, Consumer<ClientMessage> taker) {
    this.limiter = limiter;
    this.clock = clock;
    this.taker = taker;
  }

  /**
   * @param size of the message, in bytes
   * @throws RefusedException when it is no message of the protocol, came too fast, or asks for what
   *     cannot be
   */
  void receive(String json, int size) {
    long wait = limiter.take(size, clock.nanoTime());
    if (wait > 0) {
      hold(json, size, wait);
      return;
    }
    ClientMessage message = MessageReader.read(json);
    if (message instanceof ClientMessage.Prompt) {
      drop();
    } else {
      takeHeld();
    }
    taker.accept(message);
  }

  private void hold(String json, int size, long wait) {
    if (!(MessageReader.read(json) instanceof ClientMessage.Prompt prompt)) {
      throw new RefusedException(
          "too-fast", "messages: too many at a time (expected: the same again, later)");
    }
    drop();
    held = prompt;
    heldSize = size;
    later = clock.schedule(Duration.ofNanos(wait), this::retry);
  }

  private void retry() {
    long wait = limiter.take(heldSize, clock.nanoTime());
    if (wait > 0) {
      later = clock.schedule(Duration.ofNanos(wait), this::retry);
    } else {
      takeHeld();
    }
  }

  private void takeHeld() {
    ClientMessage message = held;
    drop();
    if (message != null) {
      taker.accept(message);
    }
  }

  private void drop() {
    later.cancel();
    held = null;
  }

  /** Something has come that is no message at all. */
  void spend(int size) {
    limiter.take(size, clock.nanoTime());
  }

  /** Whether what comes is no person's typing. */
  boolean flooded() {
    return limiter.flooded();
  }

  @Override
  public void close() {
    drop();
    limiter.close();
  }
}
