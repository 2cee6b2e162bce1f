package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.painting.Plan;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stop or withdrawal and a newer request that arrive while the loop looks into a mailbox. */
class StopAndOfferTest {
  private static final int SEEDS = 2_000;

  private final LoopFixture fixture = new LoopFixture(new SteerPolicy(0.6f), 2);

  /** Lets something happen before any of the loop's looks into it. */
  private static final class Interleaved extends Mailbox {
    private Runnable before = () -> {};

    Interleaved(DispatchStatistics statistics) {
      super(() -> {}, statistics);
    }

    private void happen() {
      Runnable happening = before;
      before = () -> {};
      happening.run();
      before = happening;
    }

    @Override
    Look look() {
      happen();
      return super.look();
    }

    @Override
    boolean remove(GenerationRequest request) {
      happen();
      return super.remove(request);
    }

    @Override
    boolean cancelled() {
      happen();
      return super.cancelled();
    }

    @Override
    boolean closed() {
      happen();
      return super.closed();
    }
  }

  @Test
  void aRequestAfterAStopOrWithdrawalIsPaintedInEveryOrder() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Interleaved mailbox = new Interleaved(fixture.statistics);
      FakeSession session = fixture.session(mailbox);
      session.ask(1, random.nextBoolean() ? Plan.COMMIT : Plan.SETTLE, "older");
      Plan plan = Plan.values()[random.nextInt(3)];
      int[] countdown = {random.nextInt(30)};
      mailbox.before =
          () -> {
            if (countdown[0]-- == 0) {
              if (random.nextBoolean()) {
                mailbox.stop();
              } else {
                mailbox.withdraw();
              }
              session.ask(2, plan, "newer");
            }
          };
      fixture.turnUntilIdle();
      // What is offered wakes the loop, even at the end of a turn.
      fixture.turnUntilIdle();
      if (countdown[0] < 0) {
        assertThat(session.finishedRevisions()).as("seed %d", seed).endsWith(2L);
      }
      mailbox.close();
    }
  }

  @Test
  void oneLookTakesAStopAndWhatFollowsTogether() {
    Mailbox mailbox = new Mailbox(() -> {}, new DispatchStatistics());
    FakeSession session = new FakeSession(mailbox);
    session.ask(1, Plan.COMMIT, "older");
    mailbox.stop();
    session.ask(2, Plan.COMMIT, "newer");
    Mailbox.Look look = mailbox.look();
    assertThat(look.stopped()).isTrue();
    assertThat(look.next()).extracting(GenerationRequest::revision).isEqualTo(2L);
    assertThat(mailbox.look().stopped()).isFalse();
  }
}
