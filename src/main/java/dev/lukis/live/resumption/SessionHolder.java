package dev.lukis.live.resumption;

import dev.lukis.session.SessionState;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A connection that may hold a session. Thread-safe. */
public interface SessionHolder {
  /**
   * Gives the session up to a connection that claims it. Answers once, on any thread, and never
   * fails.
   *
   * @param claimedToken the token that the other connection sent
   * @return empty if there is no session, or it was handed over before
   */
  Uni<Optional<SessionState>> handOver(String claimedToken);
}
