package dev.lukis.live;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.admission.ClientAddresses;
import dev.lukis.admission.RateLimiter;
import dev.lukis.app.PaintingService;
import dev.lukis.config.AdmissionConfig;
import dev.lukis.config.LukisConfig;
import dev.lukis.gallery.ShareableImages;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.protocol.ReadyInfo;
import dev.lukis.resume.ResumeStore;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import dev.lukis.session.TypingSession;
import dev.lukis.telemetry.AdmissionMetrics;
import io.quarkus.websockets.next.CloseReason;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is here, who waits, and what those who were cut off have left behind. Thread-safe. */
@Singleton
class LiveConnections {
  private static final Logger LOG = Logger.getLogger(LiveConnections.class.getName());
  private static final int TOKEN_BYTES = 18;
  private static final long REVIEW_MILLIS = 1_000;

  private final PaintingService painting;
  private final LukisConfig config;
  private final AdmissionMetrics metrics;
  private final AdmissionQueue queue;
  private final ClientAddresses addresses;
  private final ResumeStore<SessionState> resumeStore;
  private final Map<String, LiveConnection> open = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  @Inject
  LiveConnections(
      PaintingService painting, LukisConfig config, AdmissionMetrics metrics, Vertx vertx) {
    this.painting = painting;
    this.config = config;
    this.metrics = metrics;
    AdmissionConfig admission = config.admission();
    this.queue = AdmissionFactory.queue(admission);
    this.addresses = AdmissionFactory.addresses(admission);
    this.resumeStore =
        new ResumeStore<>(
            config.resume().within(), config.resume().memory().asLongValue(), SessionState::bytes);
    metrics.watch(queue, resumeStore);
    vertx.setPeriodic(REVIEW_MILLIS, timer -> review());
  }

  /**
   * For how long what may be. In nanoseconds.
   *
   * @param silence nothing heard, not even a pong
   * @param idle nothing typed
   * @param remind nothing told of one's position
   */
  record Limits(long silence, long idle, long remind) {}

  /** A connection's own things. */
  record Parts(
      ConnectionOutput output,
      ShareableImages shareableImages,
      SessionClock clock,
      Executor executor,
      RateLimiter limiter) {}

  AdmissionQueue queue() {
    return queue;
  }

  ClientAddresses addresses() {
    return addresses;
  }

  /**
   * Somebody has connected.
   *
   * @param claimed the token of an earlier connection, if one was shown
   */
  LiveConnection welcome(Parts parts, @Nullable String claimed) {
    String token = newToken();
    LiveConnection live = new LiveConnection(token, claimed, this, parts);
    LiveConnection old = claimed == null ? null : open.remove(claimed);
    open.put(token, live);
    if (old != null) {
      metrics.resumed();
      live.enterFor(old);
    } else {
      Optional<SessionState> left =
          claimed == null ? Optional.empty() : resumeStore.take(claimed, parts.clock().nanoTime());
      left.ifPresent(ignored -> metrics.resumed());
      live.enter(left);
    }
    return live;
  }

  private String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  SessionSettings newSettings() {
    return painting.newSettings();
  }

  TypingSession begin(
      SessionSettings settings, SessionOutput output, SessionClock clock, Executor executor) {
    return painting.open(settings, output, clock, executor);
  }

  ReadyInfo.Ready ready(String token, SessionSettings settings, Optional<SessionState> left) {
    return new ReadyInfo.Ready(
        ReadyInfo.of(painting.card(), config.promptLength()),
        settings,
        token,
        config.resume().within(),
        left);
  }

  CloseReason fullReason() {
    metrics.refused("full");
    return CloseReasons.full(config.admission().retryAfter().toSeconds());
  }

  /** Prompts are logged only where that was asked for, and are no lines of the log's own. */
  void log(ClientMessage message) {
    if (config.log().prompts() && message instanceof ClientMessage.Prompt prompt) {
      LOG.info("prompt: " + prompt.text().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
    }
  }

  /**
   * A session has ended with its connection. Whoever said goodbye has no further use for it;
   * whoever was taken up by another connection has it already.
   */
  void left(String token, SessionState state, OptionalLong code) {
    boolean deliberate = code.isPresent() && code.getAsLong() == CloseReasons.NORMAL;
    if (open.remove(token) != null && !deliberate && state.revision() > 0) {
      keep(token, state);
    }
  }

  /** Keeps what was left behind. */
  void keep(String token, SessionState state) {
    resumeStore.put(token, state, System.nanoTime());
  }

  /** A connection has ended that never had a session. */
  void forget(String token) {
    open.remove(token);
  }

  private void review() {
    long now = System.nanoTime();
    addresses.review(now);
    resumeStore.review(now);
    AdmissionConfig admission = config.admission();
    Limits limits =
        new Limits(
            admission.silence().toNanos(),
            admission.idle().toNanos(),
            admission.remind().toNanos());
    open.values().forEach(live -> live.review(limits));
  }

  /**
   * Lets nobody in any more, settles what can be, and says goodbye.
   *
   * @return whether everybody had gone before the deadline
   */
  boolean drain(Duration deadline) throws InterruptedException {
    queue.shut();
    open.values().forEach(LiveConnection::drain);
    if (emptyWithin(deadline)) {
      return true;
    }
    open.values().forEach(live -> live.close(CloseReasons.GOING));
    emptyWithin(Duration.ofSeconds(2));
    return false;
  }

  private boolean emptyWithin(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!open.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return open.isEmpty();
  }
}
