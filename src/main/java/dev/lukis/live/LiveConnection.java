package dev.lukis.live;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.admission.Heartbeat;
import dev.lukis.gallery.ShareableImages;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import dev.lukis.session.TypingSession;
import io.netty.buffer.ByteBufUtil;
import io.quarkus.websockets.next.CloseReason;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is connected: first waits for room, then has a session. Any thread may call; all of
 * it happens on the connection's executor.
 */
final class LiveConnection implements AdmissionQueue.Entrant {
  private static final Logger LOG = Logger.getLogger(LiveConnection.class.getName());

  private final String token;
  private final @Nullable String claimed;
  private final LiveConnections connections;
  private final ConnectionOutput output;
  private final ShareableImages shareableImages;
  private final SessionClock clock;
  private final Executor executor;
  private final Heartbeat heartbeat;
  private final ThrottledReceiver inbox;
  private final QueuedMessages messages = new QueuedMessages();

  // Mutable state
  private @Nullable TypingSession session;
  private @Nullable SessionState left;
  private int position;
  private long toldAt;
  private boolean draining;
  private boolean gone;
  private volatile boolean admitted;

  /**
   * @param token against which the session is kept when the connection is lost
   * @param claimed the token of the connection before, which is good until there is a session
   */
  LiveConnection(
      String token,
      @Nullable String claimed,
      LiveConnections connections,
      LiveConnections.Parts parts) {
    this.token = token;
    this.claimed = claimed;
    this.connections = connections;
    this.output = parts.output();
    this.shareableImages = parts.shareableImages();
    this.clock = parts.clock();
    this.executor = parts.executor();
    this.heartbeat = new Heartbeat(parts.clock().nanoTime());
    this.inbox = new ThrottledReceiver(parts.limiter(), parts.clock(), this::take);
  }

  /** Asks for room, with what was left behind by an earlier connection. */
  void enter(Optional<SessionState> leftBehind) {
    executor.execute(
        () -> {
          left = leftBehind.orElse(null);
          if (!gone && connections.queue().enter(this) == AdmissionQueue.Outcome.REFUSED) {
            output.close(connections.fullReason());
          }
        });
  }

  /** Takes the place of another connection of the same person. */
  void enterFor(LiveConnection old) {
    old.executor.execute(
        () -> {
          SessionState state = old.session == null ? old.left : old.session.state();
          executor.execute(() -> replace(old, state));
        });
  }

  private void replace(LiveConnection old, @Nullable SessionState state) {
    left = state;
    if (gone) {
      keepForClaimed();
    } else if (connections.queue().replace(old, this) == AdmissionQueue.Outcome.REFUSED) {
      output.close(connections.fullReason());
    }
    old.close(CloseReasons.TAKEN_UP);
  }

  @Override
  public void admitted() {
    executor.execute(this::begin);
  }

  @Override
  public void queued(int now) {
    executor.execute(
        () -> {
          position = now;
          tellPosition();
        });
  }

  private void tellPosition() {
    if (!gone && session == null) {
      toldAt = clock.nanoTime();
      output.queued(messages.revision(), position);
    }
  }

  private void begin() {
    if (gone) {
      return;
    }
    SessionSettings settings = left == null ? connections.newSettings() : left.settings();
    TypingSession begun = connections.begin(settings, output, clock, executor);
    session = begun;
    admitted = true;
    heartbeat.typed(clock.nanoTime());
    output.ready(connections.ready(token, settings, Optional.ofNullable(left)));
    if (left != null) {
      begun.resume(left);
      left = null;
    }
    messages.kept().forEach(message -> refusable(() -> message.applyTo(begun)));
  }

  /** A message has come. */
  void message(String json) {
    executor.execute(
        () -> {
          if (!gone) {
            heartbeat.typed(clock.nanoTime());
            refusable(() -> inbox.receive(json, ByteBufUtil.utf8Bytes(json)));
          }
        });
  }

  /** Something has come that is no message of the protocol. */
  void binary(int size) {
    executor.execute(
        () ->
            refusable(
                () -> {
                  inbox.spend(size);
                  throw new RefusedException(
                      "binary-not-supported", "message: binary (expected: JSON text)");
                }));
  }

  /** The other end is there. */
  void heard() {
    heartbeat.heard(clock.nanoTime());
  }

  private void refusable(Runnable action) {
    try {
      action.run();
    } catch (RefusedException e) {
      if (inbox.flooded()) {
        output.close(CloseReasons.FLOOD);
      } else {
        output.refused(e);
      }
    }
  }

  private void take(ClientMessage message) {
    TypingSession open = session;
    if (draining && !(message instanceof ClientMessage.Ack)) {
      return;
    }
    if (open == null) {
      messages.keep(message);
      tellPosition();
    } else {
      connections.log(message);
      message.applyTo(open);
    }
  }

  /**
   * Looks whether anybody is still there, and reminds whoever waits that they are not forgotten.
   */
  void review(LiveConnections.Limits limits) {
    long idle = admitted ? limits.idle() : Long.MAX_VALUE;
    Heartbeat.State state = heartbeat.state(clock.nanoTime(), limits.silence(), idle);
    if (state == Heartbeat.State.SILENT) {
      LOG.log(Level.FINE, "a connection answers no pings");
      output.cut();
    } else if (state == Heartbeat.State.IDLE) {
      close(CloseReasons.IDLE);
    } else if (!admitted) {
      executor.execute(() -> remind(limits.remind()));
    }
  }

  private void remind(long every) {
    if (position > 0 && clock.nanoTime() - toldAt >= every) {
      tellPosition();
    }
  }

  /** Settles what can be, then says goodbye. */
  void drain() {
    executor.execute(
        () -> {
          draining = true;
          if (session == null) {
            output.close(CloseReasons.GOING);
          } else {
            session.finish(() -> output.close(CloseReasons.GOING));
          }
        });
  }

  /** Says goodbye. */
  void close(CloseReason reason) {
    executor.execute(() -> output.close(reason));
  }

  /** The connection has ended. */
  void closed(OptionalLong code) {
    executor.execute(() -> leave(code));
  }

  private void leave(OptionalLong code) {
    gone = true;
    connections.queue().leave(this);
    inbox.close();
    shareableImages.close();
    TypingSession ended = session;
    if (ended != null) {
      session = null;
      connections.left(token, ended.state(), code);
      ended.close();
    } else {
      connections.forget(token);
      keepForClaimed();
    }
  }

  // There was no session that could have told the next token.
  private void keepForClaimed() {
    if (left != null && claimed != null) {
      connections.keep(claimed, left);
    }
  }
}
