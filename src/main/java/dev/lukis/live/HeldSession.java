package dev.lukis.live;

import dev.lukis.session.SessionState;
import org.jspecify.annotations.Nullable;

/** What a connection has of its session: nothing, a state to resume, or an open session. */
final class HeldSession {
  // Mutable state, on the connection's executor only
  private SessionFactory.@Nullable OpenSession open;
  private @Nullable SessionState resumed;

  /** Keeps the state of an earlier session until a session is opened. */
  void resumeFrom(@Nullable SessionState state) {
    resumed = state;
  }

  void opened(SessionFactory.OpenSession session) {
    open = session;
    resumed = null;
  }

  /** The open session, or null. */
  SessionFactory.@Nullable OpenSession open() {
    return open;
  }

  /** The state of the open session, or the one to resume, or null. */
  @Nullable SessionState state() {
    return open == null ? resumed : open.state();
  }

  /** Closes the session, and forgets the state to resume. */
  void end() {
    if (open != null) {
      open.close();
      open = null;
    }
    resumed = null;
  }
}
