package dev.lukis.live;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.admission.ClientAddresses;
import dev.lukis.admission.RateLimiter;
import dev.lukis.config.AdmissionConfig;
import dev.lukis.config.LukisConfig;
import dev.lukis.gallery.ShareableImages;
import dev.lukis.live.resumption.ResumableSession;
import dev.lukis.live.resumption.SessionDirectory;
import dev.lukis.resume.ResumeStore;
import dev.lukis.session.SessionClock;
import dev.lukis.telemetry.AdmissionMetrics;
import io.quarkus.websockets.next.CloseReason;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** All open connections, with what they share. Thread-safe. */
@Singleton
public class LiveConnections {
  /** Reason of a refusal in the metrics, as before the upgrade. */
  private static final String FULL = "full";

  private static final long REVIEW_MILLIS = 1_000;
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

  private final SessionFactory sessions;
  private final AdmissionConfig config;
  private final AdmissionMetrics metrics;
  private final AdmissionQueue queue;
  private final ClientAddresses addresses;
  private final SessionDirectory<LiveConnection> directory;
  private final Set<LiveConnection> open = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();

  // Mutable state
  private volatile boolean draining;

  @Inject
  LiveConnections(
      SessionFactory sessions,
      ResumeStore<ResumableSession> store,
      LukisConfig config,
      AdmissionMetrics metrics,
      Vertx vertx) {
    this(sessions, store, config.admission(), metrics);
    vertx.setPeriodic(REVIEW_MILLIS, timer -> review());
  }

  LiveConnections(
      SessionFactory sessions,
      ResumeStore<ResumableSession> store,
      AdmissionConfig config,
      AdmissionMetrics metrics) {
    this.sessions = sessions;
    this.config = config;
    this.metrics = metrics;
    this.queue = AdmissionFactory.queue(config);
    this.addresses = AdmissionFactory.addresses(config);
    this.directory = new SessionDirectory<>(store);
    metrics.watch(queue, store);
  }

  /**
   * Limits of time, in nanoseconds.
   *
   * @param silence without anything from a client, pongs included
   * @param idle without a message from a client
   * @param remind between two messages about a position in the queue
   */
  record Limits(long silence, long idle, long remind) {}

  /** What belongs to one connection. */
  record Parts(
      ConnectionOutput output,
      ShareableImages shareableImages,
      SessionClock clock,
      ConnectionExecutor executor,
      RateLimiter limiter) {}

  SessionFactory sessions() {
    return sessions;
  }

  /** Whether a further client would be admitted or could wait. */
  public boolean hasRoom() {
    return queue.open();
  }

  /** Whether a client's address may have a further connection. */
  public boolean hasRoomFor(String address) {
    return addresses.admits(address);
  }

  AdmissionQueue queue() {
    return queue;
  }

  ClientAddresses addresses() {
    return addresses;
  }

  SessionDirectory<LiveConnection> directory() {
    return directory;
  }

  /**
   * Adds a connection.
   *
   * @param claimedToken the token of an earlier connection, if the client sent one
   */
  LiveConnection connect(Parts parts, @Nullable String claimedToken) {
    String token = directory.newToken();
    LiveConnection live =
        new LiveConnection(new ConnectionTokens(token, claimedToken), this, parts);
    open.add(live);
    directory.list(token, live);
    if (claimedToken == null) {
      live.enter();
    } else {
      directory.claim(claimedToken, live).subscribe().with(claim -> enter(live, claim));
    }
    return live;
  }

  private void enter(LiveConnection live, SessionDirectory.Claim<LiveConnection> claim) {
    if (claim.state().isPresent()) {
      metrics.resumed();
    }
    live.enter(claim);
  }

  /** A connection has ended. */
  void ended(LiveConnection live) {
    open.remove(live);
    completeWhenEmpty();
  }

  private void completeWhenEmpty() {
    if (draining && open.isEmpty()) {
      drained.complete(null);
    }
  }

  CloseReason fullReason() {
    metrics.refused(FULL);
    return CloseReasons.full(config.retryAfter().toSeconds());
  }

  private void review() {
    addresses.review(System.nanoTime());
    Limits limits =
        new Limits(config.silence().toNanos(), config.idle().toNanos(), config.remind().toNanos());
    open.forEach(live -> live.review(limits));
  }

  /**
   * Admits no further clients, settles what is typed, and closes all connections.
   *
   * @return whether all connections had ended before the deadline
   */
  boolean drain(Duration deadline) throws InterruptedException {
    queue.shut();
    draining = true;
    open.forEach(LiveConnection::drain);
    completeWhenEmpty();
    if (drainedWithin(deadline)) {
      return true;
    }
    open.forEach(live -> live.close(CloseReasons.GOING_AWAY));
    drainedWithin(CLOSE_DEADLINE);
    return false;
  }

  private boolean drainedWithin(Duration limit) throws InterruptedException {
    try {
      drained.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a future that never fails failed", e);
    }
  }
}
