package dev.lukis.live;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.admission.Heartbeat;
import dev.lukis.gallery.ShareableImages;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import io.netty.buffer.ByteBufUtil;
import io.quarkus.websockets.next.CloseReason;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection: waits for admission, then has a session. A session that is claimed by a newer
 * connection, or whose connection is lost, is handed over exactly once. Thread-safe: everything
 * runs on the connection's executor.
 */
final class LiveConnection implements AdmissionQueue.Entrant {
  private static final Logger LOG = Logger.getLogger(LiveConnection.class.getName());

  private final String token;
  private final @Nullable String claimedToken;
  private final LiveConnections connections;
  private final ConnectionOutput output;
  private final ShareableImages shareableImages;
  private final SessionClock clock;
  private final ConnectionExecutor executor;
  private final Heartbeat heartbeat;
  private final ThrottledReceiver receiver;
  private final QueuedMessages messages = new QueuedMessages();

  /** Completes, on the executor, when the claim has been answered. */
  private final CompletableFuture<Void> claimAnswered = new CompletableFuture<>();

  // Mutable state
  private SessionFactory.@Nullable OpenSession session;
  private @Nullable SessionState resumed;
  private boolean ownsClaimedToken;
  private boolean readyReceived;
  private boolean handedOver;
  private boolean draining;
  private boolean closed;
  private boolean closedByClient;
  private @Nullable Uni<Void> kept;
  private int position;
  private long positionSentAt;
  private volatile boolean admitted;

  /**
   * @param token with which the session can be resumed
   * @param claimedToken the token of an earlier connection, if the client sent one
   */
  LiveConnection(
      String token,
      @Nullable String claimedToken,
      LiveConnections connections,
      LiveConnections.Parts parts) {
    this.token = token;
    this.claimedToken = claimedToken;
    this.connections = connections;
    this.output = parts.output();
    this.shareableImages = parts.shareableImages();
    this.clock = parts.clock();
    this.executor = parts.executor();
    this.heartbeat = new Heartbeat(parts.clock().nanoTime());
    this.receiver = new ThrottledReceiver(parts.limiter(), parts.clock(), this::take);
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
    enter(new SessionDirectory.Claim(null, Optional.empty()));
  }

  /** Asks for admission with what the claimed token yielded. */
  void enter(SessionDirectory.Claim claim) {
    executor.execute(
        () -> {
          resumed = claim.state().orElse(null);
          ownsClaimedToken = resumed != null;
          LiveConnection previous = ownsClaimedToken ? claim.previous() : null;
          if (closed) {
            keepAfterClose();
          } else if (admission(previous) == AdmissionQueue.Outcome.REFUSED) {
            output.close(connections.fullReason());
          }
          claimAnswered.complete(null);
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

  /**
   * Gives the session up to a connection that claims it; answers once, on any thread.
   *
   * @param claimedBy the token that was shown
   * @return empty if there is no session, or it was handed over before
   */
  Uni<Optional<SessionState>> handOver(String claimedBy) {
    return Uni.createFrom()
        .<Uni<Optional<SessionState>>>emitter(
            emitter ->
                claimAnswered.thenRun(
                    () -> executor.execute(() -> emitter.complete(giveUp(claimedBy)))))
        .chain(state -> state);
  }

  private Uni<Optional<SessionState>> giveUp(String claimedBy) {
    boolean stranger = claimedBy.equals(claimedToken) && !ownsClaimedToken;
    if (handedOver || stranger) {
      return Uni.createFrom().item(Optional.empty());
    }
    handedOver = true;
    Uni<Void> stored = kept;
    if (stored != null) {
      // Closed meanwhile: the session is in the store, or on its way there.
      return stored.chain(() -> connections.directory().take(claimedBy));
    }
    SessionState state = session == null ? resumed : session.state();
    endSession();
    return Uni.createFrom().item(Optional.ofNullable(state));
  }

  private void endSession() {
    if (session != null) {
      session.close();
      session = null;
    }
    resumed = null;
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
          sendPosition();
        });
  }

  private void sendPosition() {
    if (!closed && !handedOver && session == null) {
      positionSentAt = clock.nanoTime();
      output.queued(messages.revision(), position);
    }
  }

  private void begin() {
    if (closed || handedOver) {
      return;
    }
    SessionState state = resumed;
    SessionFactory sessions = connections.sessions();
    SessionSettings settings = state == null ? sessions.newSettings() : state.settings();
    SessionFactory.OpenSession begun = sessions.open(settings, output, clock, executor);
    session = begun;
    resumed = null;
    admitted = true;
    heartbeat.typed(clock.nanoTime());
    output.ready(sessions.ready(token, settings, Optional.ofNullable(state)));
    if (state != null) {
      begun.resume(state);
    }
    messages.kept().forEach(message -> executor.runGuarded(() -> begun.apply(message)));
  }

  /** A text message has arrived. */
  void message(String json) {
    executor.execute(
        () -> {
          if (!closed && !handedOver) {
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
    if (handedOver || (draining && !(message instanceof ClientMessage.Ack))) {
      return;
    }
    SessionFactory.OpenSession open = session;
    if (open == null) {
      messages.keep(message);
      sendPosition();
    } else {
      readyIsReceived();
      open.apply(message);
    }
  }

  // From the first message on, the client is known to have the newest token.
  private void readyIsReceived() {
    if (!readyReceived) {
      readyReceived = true;
      unlistClaimed();
    }
  }

  private void unlistClaimed() {
    if (claimedToken != null) {
      connections.directory().unlist(claimedToken, this);
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
    } else if (!admitted) {
      remind(limits.remind());
    }
  }

  private void remind(long every) {
    if (position > 0 && clock.nanoTime() - positionSentAt >= every) {
      sendPosition();
    }
  }

  /** Settles the newest text, then closes. */
  void drain() {
    executor.execute(
        () -> {
          draining = true;
          if (session == null) {
            output.close(CloseReasons.GOING_AWAY);
          } else {
            session.finish(() -> output.close(CloseReasons.GOING_AWAY));
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
    closedByClient = code.isPresent() && code.getAsLong() == CloseReasons.NORMAL;
    connections.queue().leave(this);
    receiver.close();
    shareableImages.close();
    if (claimedToken == null || claimAnswered.isDone()) {
      keepAfterClose();
    }
    connections.ended(this);
  }

  // Listed until the store has the session, so that a claim finds it in one place or the other.
  private void keepAfterClose() {
    SessionState state = session == null ? resumed : session.state();
    List<String> tokens = knownTokens();
    endSession();
    if (state == null || closedByClient || (state.revision() == 0 && !ownsClaimedToken)) {
      unlist();
      return;
    }
    Uni<Void> keeping = connections.directory().keep(tokens, state).memoize().indefinitely();
    kept = keeping;
    keeping.subscribe().with(done -> unlist());
  }

  /** The tokens that the client may come back with. */
  private List<String> knownTokens() {
    if (claimedToken == null || !ownsClaimedToken || readyReceived) {
      return List.of(token);
    }
    return session == null ? List.of(claimedToken) : List.of(token, claimedToken);
  }

  private void unlist() {
    connections.directory().unlist(token, this);
    unlistClaimed();
  }
}
