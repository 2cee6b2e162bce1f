package dev.lukis.live;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resume tokens of one connection: its own, and the one that the client sent. On the
 * connection's executor only.
 */
final class ConnectionTokens {
  private final String own;
  private final @Nullable String claimed;

  // Mutable state
  private boolean hasClaimedSession;
  private boolean ownReceived;

  /**
   * @param own with which this connection's session can be resumed
   * @param claimed the token of an earlier connection, if the client sent one
   */
  ConnectionTokens(String own, @Nullable String claimed) {
    this.own = own;
    this.claimed = claimed;
  }

  String own() {
    return own;
  }

  Optional<String> claimed() {
    return Optional.ofNullable(claimed);
  }

  /** The claimed token had a session, which this connection has now. */
  void claimSucceeded() {
    hasClaimedSession = true;
  }

  boolean hasClaimedSession() {
    return hasClaimedSession;
  }

  /** Whether the token is the claimed one, and its session is not here. */
  boolean isClaimedInVain(String token) {
    return token.equals(claimed) && !hasClaimedSession;
  }

  /**
   * The client has received its own token.
   *
   * @return whether that was unknown before
   */
  boolean ownReceived() {
    boolean news = !ownReceived;
    ownReceived = true;
    return news;
  }

  /**
   * The tokens that the client may come back with.
   *
   * @param ownSent whether the client was sent its own token
   */
  List<String> known(boolean ownSent) {
    if (claimed == null || !hasClaimedSession || ownReceived) {
      return List.of(own);
    }
    return ownSent ? List.of(own, claimed) : List.of(claimed);
  }
}
