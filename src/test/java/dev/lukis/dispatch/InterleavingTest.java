package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.painting.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever order things happen in, tried on seeded random orders. */
class InterleavingTest {
  private static final int SEEDS = 300;
  private static final int EVENTS = 200;

  static Stream<SupersessionPolicy> policies() {
    return Stream.of(new SteerPolicy(0.6f), new RestartPolicy(), new FinishPolicy());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void imagesHaveRisingRevisionsAndTheNewestIsShownInTheEnd(SupersessionPolicy policy) {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(policy, seed).play();
    }
  }

  /** One random order of edits, commits, pauses, stops, closings and steps. */
  private static final class Run {
    private final Random random;
    private final LoopFixture fixture;
    private final List<FakeSession> guests = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private final List<Boolean> gone = new ArrayList<>();
    private final List<List<Long>> committed = new ArrayList<>();
    private final int seed;
    private long revisions;

    Run(SupersessionPolicy policy, int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.fixture = new LoopFixture(policy, 1 + random.nextInt(4));
      fixture.pipeline.beforeStep =
          () -> {
            if (random.nextInt(4) == 0) {
              act();
            }
          };
      for (int i = 0; i <= random.nextInt(5); i++) {
        guests.add(fixture.session());
        asked.add(0L);
        gone.add(false);
        committed.add(new ArrayList<>());
      }
    }

    void play() {
      for (int i = 0; i < EVENTS; i++) {
        if (random.nextBoolean()) {
          fixture.turn(10);
        } else {
          act();
        }
      }
      fixture.turnUntilIdle();
      for (int i = 0; i < guests.size(); i++) {
        check(i);
      }
      assertThat(fixture.loop.sessions())
          .as("seed %d", seed)
          .isEqualTo((int) gone.stream().filter(left -> !left).count());
    }

    private void act() {
      int i = random.nextInt(guests.size());
      if (gone.get(i)) {
        return;
      }
      FakeSession session = guests.get(i);
      switch (random.nextInt(12)) {
        case 0 -> {
          session.mailbox.stop();
          asked.set(i, 0L);
          committed.get(i).clear();
        }
        case 1 -> {
          if (random.nextInt(10) == 0) {
            session.mailbox.close();
            gone.set(i, true);
          }
        }
        case 2, 3 -> commit(i, session);
        case 4, 5 -> {
          if (asked.get(i) > 0) {
            session.ask(asked.get(i), Plan.SETTLE, "settle");
          }
        }
        default -> session.draft(next(i));
      }
    }

    private void commit(int i, FakeSession session) {
      if (session.ask(revisions + 1, Plan.COMMIT, "commit")) {
        committed.get(i).add(next(i));
      }
    }

    private long next(int i) {
      asked.set(i, ++revisions);
      return revisions;
    }

    private void check(int i) {
      FakeSession session = guests.get(i);
      assertThat(session.failures).isEmpty();
      if (gone.get(i)) {
        return;
      }
      assertThat(session.revisions()).as("seed %d, session %d", seed, i).isSorted();
      assertThat(session.finishedRevisions())
          .as("seed %d, session %d", seed, i)
          .containsAll(committed.get(i));
      long newest = asked.get(i);
      if (newest > 0) {
        assertThat(session.finishedRevisions()).as("seed %d, session %d", seed, i).contains(newest);
      }
    }
  }
}
