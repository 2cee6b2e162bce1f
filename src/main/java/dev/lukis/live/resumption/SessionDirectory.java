package dev.lukis.live.resumption;

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
 * that it keeps the session, so that a claim always finds one of them. A claimant is listed under
 * the claimed token at once, so that a second claim finds the first and not the old connection.
 *
 * @param <H> the connections
 */
public final class SessionDirectory<H extends SessionHolder> {
  private static final Logger LOG = Logger.getLogger(SessionDirectory.class.getName());
  private static final Duration STORE_DEADLINE = Duration.ofSeconds(2);
  private static final int TOKEN_BYTES = 18;

  private final ResumeStore<ResumableSession> store;
  private final Map<String, H> holders = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param store keeps the sessions of ended connections
   */
  public SessionDirectory(ResumeStore<ResumableSession> store) {
    this.store = store;
  }

  /**
   * What a claim yielded.
   *
   * @param previous the connection that held the session, if it was still listed
   * @param state of the session, empty if there is none
   */
  public record Claim<H>(@Nullable H previous, Optional<SessionState> state) {}

  /** A random token that cannot be guessed. */
  public String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Lists the connection that holds a token's session. */
  public void list(String token, H holder) {
    holders.put(token, holder);
  }

  /** Removes a connection from a token, unless another one holds it by now. */
  public void unlist(String token, H holder) {
    holders.remove(token, holder);
  }

  /** Hands a token's session to a claimant. Answers on any thread, and never fails. */
  public Uni<Claim<H>> claim(String token, H claimant) {
    H previous = holders.put(token, claimant);
    Uni<Optional<SessionState>> state = previous == null ? take(token) : previous.handOver(token);
    return state.map(found -> claimed(token, claimant, previous, found));
  }

  // A token without a session is not listed: clients could choose it.
  private Claim<H> claimed(
      String token, H claimant, @Nullable H previous, Optional<SessionState> found) {
    if (found.isEmpty()) {
      unlist(token, claimant);
    }
    return new Claim<>(previous, found);
  }

  /** Takes a session out of the store, under all of its tokens. */
  public Uni<Optional<SessionState>> take(String token) {
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
  public Uni<Void> keep(List<String> tokens, SessionState state) {
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
  public int listed() {
    return holders.size();
  }
}
