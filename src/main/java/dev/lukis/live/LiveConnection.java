package dev.lukis.live;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.admission.Heartbeat;
import dev.lukis.gallery.ShareableImages;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.resumption.SessionDirectory;
import dev.lukis.live.resumption.SessionHolder;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import io.netty.buffer.ByteBufUtil;
import io.quarkus.websockets.next.CloseReason;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection: waits for admission, then has a session. {@link SessionHandover} gives the
 * session up when a newer connection claims it or this connection ends. Thread-safe: everything
 * runs on the connection's executor.
 */
final class LiveConnection implements AdmissionQueue.Entrant, SessionHolder {
  private static final Logger LOG = Logger.getLogger(LiveConnection.class.getName());

  private final LiveConnections connections;
  private final ConnectionOutput output;
  private final ShareableImages shareableImages;
  private final SessionClock clock;
  private final ConnectionExecutor executor;
  private final Heartbeat heartbeat;
  private final ThrottledReceiver receiver;
  private final QueuedMessages messages = new QueuedMessages();
  private final QueuePosition position;
  private final ConnectionTokens tokens;
  private final HeldSession session = new HeldSession();
  private final SessionHandover handover;

  // Mutable state
  private boolean draining;
  private boolean closed;
  private volatile boolean admitted;

  /**
   * @param tokens with which the client can resume the session
   */
  LiveConnection(
      ConnectionTokens tokens, LiveConnections connections, LiveConnections.Parts parts) {
    this.tokens = tokens;
    this.connections = connections;
    this.output = parts.output();
    this.shareableImages = parts.shareableImages();
    this.clock = parts.clock();
    this.executor = parts.executor();
    this.heartbeat = new Heartbeat(clock.nanoTime());
    this.receiver = new ThrottledReceiver(parts.limiter(), clock, this::take);
    this.position = new QueuePosition(output, clock);
    this.handover = new SessionHandover(this, connections.directory(), tokens, session, executor);
    executor.onFailure(this::failed);
  }

  // Every failure of a task ends here: the client is told, and the event loop goes on.
  private void failed(RuntimeException failure) {
    if (!(failure instanceof RefusedException refused)) {
      LOG.log(Level.SEVERE, "a connection failed", failure);
      output.close(CloseReasons.FAILED);
    } else if (receiver.flooded()) {
      output.close(CloseReasons.FLOOD);
    } else {
      output.refused(refused);
    }
  }

  /** Asks for admission as a new client. */
  void enter() {
    enter(new SessionDirectory.Claim<>(null, Optional.empty()));
  }

  /** Asks for admission with the session that the claimed token led to, if there is one. */
  void enter(SessionDirectory.Claim<LiveConnection> claim) {
    executor.execute(
        () -> {
          handover.claimed(claim.state());
          LiveConnection previous = claim.state().isPresent() ? claim.previous() : null;
          if (!closed && admission(previous) == AdmissionQueue.Outcome.REFUSED) {
            output.close(connections.fullReason());
          }
          handover.claimAnswered();
          if (previous != null) {
            previous.close(CloseReasons.TAKEN_OVER);
          }
        });
  }

  private AdmissionQueue.Outcome admission(@Nullable LiveConnection previous) {
    return previous == null
        ? connections.queue().enter(this)
        : connections.queue().replace(previous, this);
  }

  @Override
  public Uni<Optional<SessionState>> handOver(String claimedToken) {
    return handover.handOver(claimedToken);
  }

  @Override
  public void admitted() {
    executor.execute(this::begin);
  }

  @Override
  public void queued(int now) {
    executor.execute(
        () -> {
          position.moved(now);
          sendPosition();
        });
  }

  private void sendPosition() {
    if (!isOver() && session.open() == null) {
      position.send(messages.revision());
    }
  }

  private boolean isOver() {
    return closed || handover.handedOver();
  }

  private void begin() {
    if (isOver()) {
      return;
    }
    SessionState resumed = session.state();
    SessionFactory sessions = connections.sessions();
    SessionSettings settings = resumed == null ? sessions.newSettings() : resumed.settings();
    SessionFactory.OpenSession begun = sessions.open(settings, output, clock, executor);
    session.opened(begun);
    admitted = true;
    heartbeat.typed(clock.nanoTime());
    output.ready(sessions.ready(tokens.own(), settings, Optional.ofNullable(resumed)));
    if (resumed != null) {
      begun.resume(resumed);
    }
    messages.kept().forEach(message -> executor.runGuarded(() -> begun.apply(message)));
  }

  /** A text message has arrived. */
  void message(String json) {
    executor.execute(
        () -> {
          if (!isOver()) {
            heartbeat.typed(clock.nanoTime());
            receiver.receive(json, ByteBufUtil.utf8Bytes(json));
          }
        });
  }

  /** A binary message has arrived; the protocol has none. */
  void binary(int size) {
    executor.execute(
        () -> {
          receiver.spend(size);
          throw new RefusedException(
              "binary-not-supported", "message: binary (expected: JSON text)");
        });
  }

  /** A pong has arrived. */
  void heard() {
    heartbeat.heard(clock.nanoTime());
  }

  private void take(ClientMessage message) {
    if (handover.handedOver() || (draining && !(message instanceof ClientMessage.Ack))) {
      return;
    }
    SessionFactory.OpenSession open = session.open();
    if (open == null) {
      messages.keep(message);
      sendPosition();
    } else {
      handover.ownTokenReceived();
      open.apply(message);
    }
  }

  /** Closes a client that does not answer or is not used; reminds a waiting one of its position. */
  void review(LiveConnections.Limits limits) {
    executor.execute(() -> closeOrRemind(limits));
  }

  private void closeOrRemind(LiveConnections.Limits limits) {
    long idle = admitted ? limits.idle() : Long.MAX_VALUE;
    Heartbeat.State state = heartbeat.state(clock.nanoTime(), limits.silence(), idle);
    if (state == Heartbeat.State.SILENT) {
      LOG.log(Level.FINE, "a connection answers no pings");
      output.cut();
    } else if (state == Heartbeat.State.IDLE) {
      output.close(CloseReasons.IDLE);
    } else if (!admitted && position.isReminderDue(limits.remind())) {
      sendPosition();
    }
  }

  /** Settles the newest text, then closes. */
  void drain() {
    executor.execute(
        () -> {
          draining = true;
          SessionFactory.OpenSession open = session.open();
          if (open == null) {
            output.close(CloseReasons.GOING_AWAY);
          } else {
            open.finish(() -> output.close(CloseReasons.GOING_AWAY));
          }
        });
  }

  void close(CloseReason reason) {
    executor.execute(() -> output.close(reason));
  }

  /**
   * The connection has ended.
   *
   * @param code of the close frame, if there was one
   */
  void closed(OptionalLong code) {
    executor.execute(() -> end(code));
  }

  private void end(OptionalLong code) {
    closed = true;
    connections.queue().leave(this);
    receiver.close();
    shareableImages.close();
    handover.ended(code.isPresent() && code.getAsLong() == CloseReasons.NORMAL);
    connections.ended(this);
  }
}
