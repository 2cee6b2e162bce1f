package dev.lukis.live;

import dev.lukis.resume.ResumeStore;
import dev.lukis.session.SessionState;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the session of a resume token: at the connection that holds it, else in the store.
 * Thread-safe.
 *
 * <p>A session is in one place at any time. A connection stays listed until the store has confirmed
 * that it keeps the session, so that a claim never finds neither. A claimant is listed under the
 * claimed token at once, so that a second claim finds the first and not the old connection.
 */
final class SessionDirectory {
  private static final Logger LOG = Logger.getLogger(SessionDirectory.class.getName());
  private static final Duration STORE_DEADLINE = Duration.ofSeconds(2);
  private static final int TOKEN_BYTES = 18;

  private final ResumeStore<ResumableSession> store;
  private final Map<String, LiveConnection> holders = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  SessionDirectory(ResumeStore<ResumableSession> store) {
    this.store = store;
  }

  /**
   * What a claim yielded.
   *
   * @param previous the connection that held the session, if it was still listed
   */
  record Claim(@Nullable LiveConnection previous, Optional<SessionState> state) {}

  String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Lists the connection that holds a token's session. */
  void list(String token, LiveConnection holder) {
    holders.put(token, holder);
  }

  /** Removes a connection from a token, unless another one holds it by now. */
  void unlist(String token, LiveConnection holder) {
    holders.remove(token, holder);
  }

  /** Hands a token's session to a claimant. Answers on any thread, and never fails. */
  Uni<Claim> claim(String token, LiveConnection claimant) {
    LiveConnection previous = holders.put(token, claimant);
    Uni<Optional<SessionState>> state = previous == null ? take(token) : previous.handOver(token);
    return state.map(found -> claimed(token, claimant, previous, found));
  }

  // A token that stands for nothing is not kept: clients could choose it.
  private Claim claimed(
      String token,
      LiveConnection claimant,
      @Nullable LiveConnection previous,
      Optional<SessionState> found) {
    if (found.isEmpty()) {
      unlist(token, claimant);
    }
    return new Claim(previous, found);
  }

  /** Takes a session out of the store, under all of its tokens. */
  Uni<Optional<SessionState>> take(String token) {
    return store
        .take(token)
        .chain(found -> found.map(each -> only(token, each)).orElseGet(SessionDirectory::none))
        .ifNoItem()
        .after(STORE_DEADLINE)
        .fail()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.log(
                  Level.WARNING,
                  "the resume store does not answer; a session starts anew",
                  failure);
              return Optional.empty();
            });
  }

  private static Uni<Optional<SessionState>> none() {
    return Uni.createFrom().item(Optional.empty());
  }

  // The session must not be resumed a second time under its other token.
  private Uni<Optional<SessionState>> only(String token, ResumableSession found) {
    Uni<Optional<ResumableSession>> discarded = Uni.createFrom().item(Optional.empty());
    for (String other : found.tokens()) {
      if (!other.equals(token)) {
        discarded = discarded.chain(() -> store.take(other));
      }
    }
    return discarded.map(ignored -> Optional.of(found.state()));
  }

  /** Stores a session under each of the tokens. Answers on any thread, and never fails. */
  Uni<Void> keep(List<String> tokens, SessionState state) {
    ResumableSession kept = new ResumableSession(state, tokens);
    Uni<Void> all = Uni.createFrom().voidItem();
    for (String token : tokens) {
      all = all.chain(() -> store.put(token, kept));
    }
    return all.ifNoItem()
        .after(STORE_DEADLINE)
        .fail()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.log(
                  Level.WARNING, "the resume store does not answer; a session is lost", failure);
              return null;
            });
  }

  /** Number of listed tokens. */
  int listed() {
    return holders.size();
  }
}
