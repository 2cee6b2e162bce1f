package dev.lukis.live;

import dev.lukis.image.ImageFormat;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.protocol.ReadyInfo;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Sessions that paint nothing: counts the open ones and remembers the newest revision. */
final class CountedSessions implements SessionFactory {
  private static final ReadyInfo INFO =
      new ReadyInfo(
          new ReadyInfo.Model("none", 8, 8, 1), new ReadyInfo.Limits(500, 1_000, 30, false));

  private int open;
  private long newest;

  /** Number of open sessions. */
  int open() {
    return open;
  }

  /** The newest revision that any session has received. */
  long newest() {
    return newest;
  }

  @Override
  public SessionSettings newSettings() {
    return new SessionSettings(1, 8, 8, null, "", ImageFormat.JPEG, false);
  }

  @Override
  public OpenSession open(
      SessionSettings settings, SessionOutput output, SessionClock clock, Executor executor) {
    open++;
    newest = 0;
    return new Session(settings);
  }

  @Override
  public ReadyInfo.Ready ready(
      String token, SessionSettings settings, Optional<SessionState> resumed) {
    return new ReadyInfo.Ready(INFO, settings, token, Duration.ofMinutes(1), resumed);
  }

  private final class Session implements OpenSession {
    private final SessionSettings settings;
    private long revision;

    Session(SessionSettings settings) {
      this.settings = settings;
    }

    @Override
    public void apply(ClientMessage message) {
      if (message instanceof ClientMessage.Prompt prompt) {
        revision = prompt.revision();
        newest = revision;
      }
    }

    @Override
    public SessionState state() {
      return new SessionState(settings, revision, "a cat", Optional.empty());
    }

    @Override
    public void resume(SessionState state) {
      revision = state.revision();
      newest = revision;
    }

    @Override
    public void finish(Runnable whenDone) {
      whenDone.run();
    }

    @Override
    public void close() {
      open--;
    }
  }
}
