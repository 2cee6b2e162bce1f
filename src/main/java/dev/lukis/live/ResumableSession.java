package dev.lukis.live;

import dev.lukis.session.SessionState;
import java.util.List;

/**
 * A session whose connection was lost.
 *
 * @param tokens under which it is stored. Two, when the connection was lost before the client
 *     showed that it had received its newest token
 */
record ResumableSession(SessionState state, List<String> tokens) {
  long bytes() {
    return state.bytes();
  }
}
