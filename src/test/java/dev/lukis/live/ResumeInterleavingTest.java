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
  private static final int SEEDS = 3_000;
  private static final int ACTIONS = 14;

  @Test
  void aSessionIsNeitherLostNorDoubledHoweverConnectionsEndAndComeBack() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(seed).play();
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

  /** One seeded order of everything that happens. */
  private static final class Run {
    private final String name;
    private final Random random;
    private final List<Queue<Runnable>> loops = new ArrayList<>();
    private final CountedSessions sessions = new CountedSessions();
    private final DelayedStore store = new DelayedStore(loop());
    private final LiveConnections connections =
        new LiveConnections(
            sessions, store, admission(), new AdmissionMetrics(new SimpleMeterRegistry()));

    // What the client knows.
    private @Nullable SimulatedClient client;
    private @Nullable String token;
    private long revision;
    private int attempt;

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
      switch (random.nextInt(3)) {
        case 0 -> {
          if (now.ready()) {
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
