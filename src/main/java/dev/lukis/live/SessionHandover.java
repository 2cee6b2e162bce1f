package dev.lukis.live;

import dev.lukis.live.resumption.SessionDirectory;
import dev.lukis.live.resumption.SessionHolder;
import dev.lukis.session.SessionState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Hands a connection's session over exactly once: to a newer connection that claims it, or to the
 * store when the connection has ended. On the connection's executor only, except {@link #handOver}.
 */
final class SessionHandover implements SessionHolder {
  private final LiveConnection connection;
  private final SessionDirectory<LiveConnection> directory;
  private final ConnectionTokens tokens;
  private final HeldSession session;
  private final Executor executor;

  /** Completes, on the executor, when the claim has been answered. */
  private final CompletableFuture<Void> claimAnswered = new CompletableFuture<>();

  // Mutable state
  private boolean handedOver;
  private boolean ended;
  private boolean endedByClient;
  private @Nullable Uni<Void> kept;

  /**
   * @param connection that is listed under the tokens
   * @param executor of the connection
   */
  SessionHandover(
      LiveConnection connection,
      SessionDirectory<LiveConnection> directory,
      ConnectionTokens tokens,
      HeldSession session,
      Executor executor) {
    this.connection = connection;
    this.directory = directory;
    this.tokens = tokens;
    this.session = session;
    this.executor = executor;
  }

  /**
   * The directory has answered the claim. Call {@link #claimAnswered} when the connection has taken
   * the place of the previous one.
   *
   * @param state of the claimed session, empty if there is none
   */
  void claimed(Optional<SessionState> state) {
    session.resumeFrom(state.orElse(null));
    state.ifPresent(found -> tokens.claimSucceeded());
    if (ended) {
      keep();
    }
  }

  /** From now on, another connection may claim the session. */
  void claimAnswered() {
    claimAnswered.complete(null);
  }

  /** Whether the session is gone. */
  boolean handedOver() {
    return handedOver;
  }

  @Override
  public Uni<Optional<SessionState>> handOver(String claimedToken) {
    return Uni.createFrom()
        .<Uni<Optional<SessionState>>>emitter(
            emitter ->
                claimAnswered.thenRun(
                    () -> executor.execute(() -> emitter.complete(giveUp(claimedToken)))))
        .chain(state -> state);
  }

  private Uni<Optional<SessionState>> giveUp(String claimedToken) {
    if (tokens.isClaimedInVain(claimedToken)) {
      return Uni.createFrom().item(Optional.empty());
    }
    // A second claim finds neither a stored session nor an open one.
    handedOver = true;
    Uni<Void> stored = kept;
    if (stored != null) {
      // The connection has ended: the session is in the store, or on its way there.
      return stored.chain(() -> directory.take(claimedToken));
    }
    Optional<SessionState> state = Optional.ofNullable(session.state());
    session.end();
    return Uni.createFrom().item(state);
  }

  /** The client is known to have its own token, and so no longer needs the claimed one. */
  void ownTokenReceived() {
    if (tokens.ownReceived()) {
      unlistClaimed();
    }
  }

  /**
   * The connection has ended.
   *
   * @param byClient whether the client does not need its session any more
   */
  void ended(boolean byClient) {
    ended = true;
    endedByClient = byClient;
    if (tokens.claimed().isEmpty() || claimAnswered.isDone()) {
      keep();
    }
  }

  // Listed until the store has the session, so that a claim finds it in one place or the other.
  private void keep() {
    SessionState state = session.state();
    List<String> known = tokens.known(session.open() != null);
    session.end();
    if (state == null || endedByClient || isUntouched(state)) {
      unlist();
      return;
    }
    Uni<Void> keeping = directory.keep(known, state).memoize().indefinitely();
    kept = keeping;
    keeping.subscribe().with(done -> unlist());
  }

  private boolean isUntouched(SessionState state) {
    return state.revision() == 0 && !tokens.hasClaimedSession();
  }

  private void unlist() {
    directory.unlist(tokens.own(), connection);
    unlistClaimed();
  }

  private void unlistClaimed() {
    tokens.claimed().ifPresent(token -> directory.unlist(token, connection));
  }
}
