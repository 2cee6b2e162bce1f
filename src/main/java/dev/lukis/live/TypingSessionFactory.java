package dev.lukis.live;

import dev.lukis.app.PaintingService;
import dev.lukis.config.LukisConfig;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.protocol.ReadyInfo;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import dev.lukis.session.TypingSession;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Logger;

/** Sessions of the loaded model. Logs prompts if {@code lukis.log.prompts} is set. Thread-safe. */
@Singleton
class TypingSessionFactory implements SessionFactory {
  private static final Logger LOG = Logger.getLogger(TypingSessionFactory.class.getName());

  private final PaintingService painting;
  private final LukisConfig config;

  @Inject
  TypingSessionFactory(PaintingService painting, LukisConfig config) {
    this.painting = painting;
    this.config = config;
  }

  @Override
  public SessionSettings newSettings() {
    return painting.newSettings();
  }

  @Override
  public OpenSession open(
      SessionSettings settings, SessionOutput output, SessionClock clock, Executor executor) {
    return new Adapter(painting.open(settings, output, clock, executor), config.log().prompts());
  }

  @Override
  public ReadyInfo.Ready ready(
      String token, SessionSettings settings, Optional<SessionState> resumed) {
    return new ReadyInfo.Ready(
        ReadyInfo.of(painting.card(), config.promptLength()),
        settings,
        token,
        config.resume().within(),
        resumed);
  }

  private record Adapter(TypingSession session, boolean logsPrompts) implements OpenSession {
    @Override
    public void apply(ClientMessage message) {
      if (logsPrompts && message instanceof ClientMessage.Prompt prompt) {
        LOG.info("prompt: " + prompt.text().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
      }
      message.applyTo(session);
    }

    @Override
    public SessionState state() {
      return session.state();
    }

    @Override
    public void resume(SessionState state) {
      session.resume(state);
    }

    @Override
    public void finish(Runnable whenDone) {
      session.finish(whenDone);
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
