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
 * Receives a connection's messages at the rate that its limiter permits. Of the prompts that come
 * faster, the newest is held and taken later; other messages that come faster are refused. On the
 * connection's executor only: a held prompt that is refused later fails its timer's task there.
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
   * @param taker receives the messages that are taken
   */
  ThrottledReceiver(RateLimiter limiter, SessionClock clock, Consumer<ClientMessage> taker) {
    this.limiter = limiter;
    this.clock = clock;
    this.taker = taker;
  }

  /**
   * @param size of the message, in bytes
   * @throws RefusedException when it is no message of the protocol, came too fast, or cannot be
   *     followed
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
    long wait = limiter.retry(heldSize, clock.nanoTime());
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

  /** Counts data that is no message. */
  void spend(int size) {
    limiter.take(size, clock.nanoTime());
  }

  /** Whether the client sends more than typing can explain. */
  boolean flooded() {
    return limiter.flooded();
  }

  @Override
  public void close() {
    drop();
    limiter.close();
  }
}
