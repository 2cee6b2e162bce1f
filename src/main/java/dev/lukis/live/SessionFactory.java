package dev.lukis.live;

import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.protocol.ReadyInfo;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Opens the sessions of connections. Thread-safe. */
interface SessionFactory {
  /** Settings of a new session, with a random seed. */
  SessionSettings newSettings();

  /**
   * @param executor runs everything of the session
   */
  OpenSession open(
      SessionSettings settings, SessionOutput output, SessionClock clock, Executor executor);

  /**
   * The first message of a session.
   *
   * @param token with which the session can be resumed
   * @param resumed the state that the session goes on from
   */
  ReadyInfo.Ready ready(String token, SessionSettings settings, Optional<SessionState> resumed);

  /** A session as its connection uses it. On the session's executor only. */
  interface OpenSession extends AutoCloseable {
    /**
     * @throws dev.lukis.session.RefusedException when the message cannot be followed: nothing has
     *     changed
     */
    void apply(ClientMessage message);

    SessionState state();

    void resume(SessionState state);

    /** Settles the newest text, then calls back. */
    void finish(Runnable whenDone);

    @Override
    void close();
  }
}
