package dev.lukis.live.resumption;

import dev.lukis.session.SessionState;
import java.util.List;

/**
 * A session whose connection was lost.
 *
 * @param state of the session
 * @param tokens under which it is stored. Two, when the connection was lost before the client
 *     showed that it had received its newest token
 */
public record ResumableSession(SessionState state, List<String> tokens) {
  /** Estimated heap memory. */
  public long bytes() {
    return state.bytes();
  }
}
