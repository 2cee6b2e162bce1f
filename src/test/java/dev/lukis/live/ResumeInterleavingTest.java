package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.config.AdmissionConfig;
import dev.lukis.gallery.ImageShares;
import dev.lukis.gallery.InMemorySharedImages;
import dev.lukis.gallery.ShareLimits;
import dev.lukis.image.ImageFormat;
import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.live.protocol.ReadyInfo;
import dev.lukis.resume.ResumeStore;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import dev.lukis.telemetry.AdmissionMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A client loses its connection and comes back again and again, while every event loop and the
 * store run their tasks in a seeded order. Whatever the order, its session is there exactly once.
 */
class ResumeInterleavingTest {
  private static final int SEEDS = 3_000;
  private static final int ACTIONS = 14;

  @Test
  void aSessionIsNeitherLostNorDoubledHoweverConnectionsEndAndComeBack() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(seed).play();
    }
  }

  /** One seeded order of everything that happens. */
  private static final class Run {
    private final String name;
    private final Random random;
    private final List<Queue<Runnable>> loops = new ArrayList<>();
    private final Sessions sessions = new Sessions();
    private final DelayedStore store = new DelayedStore(loop());
    private final LiveConnections connections =
        new LiveConnections(
            sessions, store, admission(), new AdmissionMetrics(new SimpleMeterRegistry()));

    // What the client knows.
    private @Nullable Client client;
    private @Nullable String token;
    private long revision;

    Run(int seed) {
      this.name = "seed " + seed;
      this.random = new Random(seed);
    }

    void play() {
      connect();
      settle();
      // Before the first words there is no session to come back to.
      type();
      settle();
      for (int i = 0; i < ACTIONS; i++) {
        act();
        for (int steps = random.nextInt(6); steps > 0; steps--) {
          step();
        }
      }
      settle();
      // The newest connection holds the session, or it is in the store: once.
      assertThat(sessions.open + store.sessions()).as(name).isEqualTo(1);
      connect();
      settle();
      assertThat(sessions.open).as(name).isEqualTo(1);
      assertThat(store.sessions()).as(name).isZero();
      assertThat(sessions.newest).as(name).isEqualTo(revision);
      Objects.requireNonNull(client).lose();
      settle();
      assertThat(connections.directory().listed()).as(name).isZero();
      assertThat(connections.queue().admitted()).as(name).isZero();
    }

    private void type() {
      Objects.requireNonNull(client).type(++revision);
    }

    private void act() {
      Client now = Objects.requireNonNull(client);
      switch (random.nextInt(3)) {
        case 0 -> {
          if (now.ready) {
            type();
          }
        }
        case 1 -> {
          now.lose();
          connect();
        }
        default -> {
          // Still seems open to the server, and ends at any later time.
          loop().add(now::lose);
          connect();
        }
      }
    }

    private void connect() {
      client = new Client(this, token);
    }

    private Queue<Runnable> loop() {
      Queue<Runnable> loop = new ArrayDeque<>();
      loops.add(loop);
      return loop;
    }

    private void step() {
      List<Queue<Runnable>> busy = loops.stream().filter(loop -> !loop.isEmpty()).toList();
      if (!busy.isEmpty()) {
        busy.get(random.nextInt(busy.size())).remove().run();
      }
    }

    private void settle() {
      while (loops.stream().anyMatch(loop -> !loop.isEmpty())) {
        step();
      }
    }
  }

  private static AdmissionConfig admission() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(AdmissionConfig.class, "admission")
        .withDefaultValue("admission.sessions", "100")
        .build()
        .getConfigMapping(AdmissionConfig.class, "admission");
  }

  /** A connection as its client sees it. */
  private static final class Client {
    private final Run run;
    private final LiveConnection live;
    private boolean ready;
    private boolean lost;

    // No image is sent here, and so none is traced.
    @SuppressWarnings("NullAway")
    Client(Run run, @Nullable String token) {
      this.run = run;
      Queue<Runnable> loop = run.loop();
      ConnectionExecutor executor = new ConnectionExecutor(loop::add);
      var shares =
          new ImageShares(
                  new ShareLimits(1, 1, Duration.ofSeconds(1), 1),
                  new InMemorySharedImages(Duration.ofSeconds(1), 1, Clock.systemUTC()),
                  Clock.systemUTC())
              .open("s");
      SessionClock clock = new StoppedClock();
      var output = new ConnectionOutput(connection(), shares, null);
      var limiter = Objects.requireNonNull(run.connections.addresses().open("127.0.0.1", 0));
      this.live =
          run.connections.connect(
              new LiveConnections.Parts(output, shares, clock, executor, limiter), token);
    }

    void type(long revision) {
      live.message("{\"type\":\"prompt\",\"revision\":" + revision + ",\"text\":\"a cat\"}");
    }

    void lose() {
      if (!lost) {
        lost = true;
        ready = false;
        live.closed(OptionalLong.empty());
      }
    }

    private void received(String text) {
      JsonNode message = parse(text);
      // What is sent to a lost connection is never read.
      if (!lost && run.client == this && message.get("type").asText().equals("ready")) {
        ready = true;
        run.token = message.get("resume").get("token").asText();
      }
    }

    private static JsonNode parse(String text) {
      try {
        return new ObjectMapper().readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    private WebSocketConnection connection() {
      return (WebSocketConnection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {WebSocketConnection.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "id" -> "id";
                    case "sendText" -> {
                      received((String) arguments[0]);
                      yield Uni.createFrom().voidItem();
                    }
                    case "close" -> {
                      assertThat(((CloseReason) arguments[0]).getCode()).isEqualTo(4409);
                      lose();
                      yield Uni.createFrom().voidItem();
                    }
                    case "userData" -> userData();
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
    }

    private static UserData userData() {
      return (UserData)
          Proxy.newProxyInstance(
              UserData.class.getClassLoader(),
              new Class<?>[] {UserData.class},
              (proxy, method, arguments) -> null);
    }
  }

  private static final class StoppedClock implements SessionClock {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      return () -> {};
    }
  }

  /** Sessions that remember the newest revision. */
  private static final class Sessions implements SessionFactory {
    private static final ReadyInfo INFO =
        new ReadyInfo(
            new ReadyInfo.Model("none", 8, 8, 1), new ReadyInfo.Limits(500, 1_000, 30, false));

    private int open;
    private long newest;

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

  /** A store in another process: everything it does takes a while. */
  private static final class DelayedStore implements ResumeStore<ResumableSession> {
    private final Queue<Runnable> loop;
    private final Map<String, ResumableSession> kept = new HashMap<>();

    DelayedStore(Queue<Runnable> loop) {
      this.loop = loop;
    }

    @Override
    public Uni<Void> put(String token, ResumableSession thing) {
      return later(
          () -> {
            kept.put(token, thing);
            return null;
          });
    }

    @Override
    public Uni<Optional<ResumableSession>> take(String token) {
      return later(() -> Optional.ofNullable(kept.remove(token)));
    }

    private <T> Uni<T> later(java.util.function.Supplier<T> action) {
      return Uni.createFrom()
          .emitter(
              emitter ->
                  loop.add(
                      () -> {
                        T done = action.get();
                        loop.add(() -> emitter.complete(done));
                      }));
    }

    @Override
    public long size() {
      return kept.size();
    }

    long sessions() {
      return kept.values().stream().distinct().count();
    }
  }
}
