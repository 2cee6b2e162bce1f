package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.FinishPolicy;
import dev.lukis.dispatch.RestartPolicy;
import dev.lukis.dispatch.SteerPolicy;
import dev.lukis.dispatch.SteppedDispatcher;
import dev.lukis.dispatch.SupersessionPolicy;
import dev.lukis.painting.ImageHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typing, committing, changing one's mind and reading slowly, in seeded random orders. */
class SessionInterleavingTest {
  private static final int SEEDS = 200;
  private static final int EVENTS = 150;
  private static final String[] TEXTS = {
    "a", "a ", "a c", "a cat", "a cat ", "a red cat", "a blue cat", " ", "", "dog"
  };

  static Stream<SupersessionPolicy> policies() {
    return Stream.of(new SteerPolicy(0.6f), new RestartPolicy(), new FinishPolicy());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void revisionsNeverFallCommitsArriveAndTheNewestWordsAreShownInTheEnd(SupersessionPolicy policy) {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(policy, seed).play();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aClosedSessionLeavesNothingBehind(SupersessionPolicy policy) {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(policy, seed).leave();
    }
  }

  private static final class Run {
    private final int seed;
    private final Random random;
    private final SteppedDispatcher dispatcher;
    private final SessionFixture fixture;
    private final List<Long> committed = new ArrayList<>();
    private long revision;
    private long noiseSeed = 7;
    private String text = "";
    private boolean stopped = true;

    Run(SupersessionPolicy policy, int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.dispatcher = new SteppedDispatcher(policy, 1 + random.nextInt(3));
      this.fixture = new SessionFixture(dispatcher);
      this.fixture.slow = random.nextBoolean();
    }

    void play() {
      for (int i = 0; i < EVENTS; i++) {
        act();
      }
      rest();
      check();
    }

    void leave() {
      for (int i = 0; i < EVENTS / 3; i++) {
        act();
      }
      fixture.session.close();
      int before = fixture.images.size();
      rest();
      assertThat(dispatcher.sessions()).as("seed %d", seed).isZero();
      assertThat(fixture.timers()).as("seed %d", seed).isZero();
      assertThat(fixture.images).as("seed %d", seed).hasSize(before);
    }

    private void act() {
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> type();
        case 4 -> commit();
        case 5 -> read();
        case 6 -> fixture.pass(random.nextInt(1000));
        case 7 -> {
          if (random.nextInt(6) == 0) {
            stop();
          } else {
            reseed();
          }
        }
        case 8, 9 -> fixture.pass(random.nextInt(100));
        default -> dispatcher.turn();
      }
    }

    private void type() {
      text = TEXTS[random.nextInt(TEXTS.length)];
      fixture.type(++revision, text);
      stopped = false;
    }

    private void commit() {
      try {
        fixture.session.commit(revision);
        committed.add(revision);
        stopped = false;
      } catch (RefusedException e) {
        assertThat(e.code()).isIn("empty-prompt", "too-many-commits");
      }
    }

    private void stop() {
      fixture.session.stop();
      committed.removeIf(each -> !shownSettled(each));
      stopped = true;
    }

    private boolean shownSettled(long asked) {
      return fixture.images.stream()
          .map(sent -> sent.image().header())
          .anyMatch(header -> header.revision() == asked && header.settled());
    }

    private void reseed() {
      noiseSeed = random.nextInt(3);
      fixture.session.change(SettingsChange.NONE.withSeed(noiseSeed));
    }

    private void read() {
      if (!fixture.writes.isEmpty()) {
        fixture.written();
      }
    }

    private void rest() {
      fixture.slow = false;
      for (int i = 0; i < 20; i++) {
        while (dispatcher.turn()) {
          read();
        }
        read();
        fixture.pass(700);
      }
    }

    private void check() {
      assertThat(fixture.failures).isEmpty();
      assertThat(fixture.shown()).as("seed %d", seed).isSorted();
      assertThat(committed).as("seed %d: commits", seed).allMatch(this::shownSettled);
      if (!stopped && !text.isBlank()) {
        ImageHeader last = fixture.lastImage().header();
        assertThat(last.settled()).as("seed %d", seed).isTrue();
        assertThat(last.request().image().prompt()).as("seed %d", seed).isEqualTo(text.strip());
        assertThat(last.request().image().seed()).as("seed %d", seed).isEqualTo(noiseSeed);
      }
    }
  }
}
