package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.config.AdmissionConfig;
import dev.lukis.telemetry.AdmissionMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A client loses its connection and comes back again and again, while every event loop and the
 * store run their tasks in a seeded order. In every order, its session exists exactly once.
 */
class ResumeInterleavingTest {
  private static final int SEEDS = 2_000;
  private static final int FEWER_SEEDS = 500;
  private static final int ACTIONS = 14;
  private static final int PLENTY = 100;

  @Test
  void aSessionIsNeitherLostNorDoubledHoweverConnectionsEndAndComeBack() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(seed, PLENTY).play();
    }
  }

  @Test
  void norWhileTheClientWaitsForAdmission() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Run run = new Run(seed, 1);
      run.begin();
      run.fillTheServer();
      run.goOn();
    }
  }

  @Test
  void clientsThatSendTheSameUnknownTokenHaveSessionsOfTheirOwn() {
    for (int seed = 0; seed < FEWER_SEEDS; seed++) {
      Run run = new Run(seed, PLENTY);
      run.claimTwice("unknown");
      assertThat(run.sessions.open()).as("seed %d", seed).isEqualTo(2);
    }
  }

  private static AdmissionConfig admission(int sessions) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(AdmissionConfig.class, "admission")
        .withDefaultValue("admission.sessions", Integer.toString(sessions))
        .build()
        .getConfigMapping(AdmissionConfig.class, "admission");
  }

  /** One seeded order of everything that happens. */
  private static final class Run {
    private final String name;
    private final Random random;
    private final List<Queue<Runnable>> loops = new ArrayList<>();
    private final CountedSessions sessions = new CountedSessions();
    private final DelayedStore store = new DelayedStore(this::loop);
    private final LiveConnections connections;

    // What the client knows.
    private @Nullable SimulatedClient client;
    private @Nullable String token;
    private long revision;
    private int attempt;

    Run(int seed, int capacity) {
      this.name = "seed " + seed;
      // The first numbers of neighbouring seeds are alike, so seeds are spread.
      this.random = new Random(seed * 0x9E3779B97F4A7C15L);
      this.connections =
          new LiveConnections(
              sessions,
              store,
              admission(capacity),
              new AdmissionMetrics(new SimpleMeterRegistry()));
    }

    void play() {
      begin();
      goOn();
    }

    void begin() {
      connect();
      settle();
      // Before the first words there is no session to come back to.
      type();
      settle();
    }

    /** Another client takes the only place while the session is in the store, and leaves later. */
    void fillTheServer() {
      Objects.requireNonNull(client).lose();
      settle();
      SimulatedClient other = new SimulatedClient(connections, loop(), null, received -> {});
      settle();
      connect();
      for (int steps = random.nextInt(8); steps > 0; steps--) {
        step();
      }
      loop().add(other::lose);
    }

    void claimTwice(String unknown) {
      for (int i = 0; i < 2; i++) {
        new SimulatedClient(connections, loop(), unknown, received -> {});
        for (int steps = random.nextInt(4); steps > 0; steps--) {
          step();
        }
      }
      settle();
    }

    void goOn() {
      for (int i = 0; i < ACTIONS; i++) {
        act();
        for (int steps = random.nextInt(6); steps > 0; steps--) {
          step();
        }
      }
      settle();
      // The newest connection holds the session, or it is in the store: once.
      assertThat(sessions.open() + store.sessions()).as(name).isEqualTo(1);
      connect();
      settle();
      assertThat(sessions.open()).as(name).isEqualTo(1);
      assertThat(store.sessions()).as(name).isZero();
      assertThat(sessions.newest()).as(name).isEqualTo(revision);
      Objects.requireNonNull(client).lose();
      settle();
      assertThat(connections.directory().listed()).as(name).isZero();
      assertThat(connections.queue().admitted()).as(name).isZero();
    }

    private void type() {
      Objects.requireNonNull(client).type(++revision);
    }

    private void act() {
      SimulatedClient now = Objects.requireNonNull(client);
      switch (random.nextInt(4)) {
        case 0 -> {
          if (now.ready()) {
            type();
          }
        }
        case 1 -> {
          now.lose();
          connect();
        }
        case 2 -> {
          now.lose();
          // The session may be on its way to the store when the client comes back.
          for (int steps = random.nextInt(6); steps > 0; steps--) {
            step();
          }
          connect();
        }
        default -> {
          // Still seems open to the server, and ends at any later time.
          loop().add(now::lose);
          connect();
        }
      }
    }

    // A token that arrives at a connection which the client has given up is never read.
    private void connect() {
      int current = ++attempt;
      client =
          new SimulatedClient(
              connections,
              loop(),
              token,
              received -> {
                if (current == attempt) {
                  token = received;
                }
              });
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
}
