package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.painting.Plan;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** A stop or withdrawal and a newer request that come between the loop's steps in a mailbox. */
class StopAndOfferTest {
  private static final int SEEDS = 4_000;

  private final LoopFixture fixture = new LoopFixture(new SteerPolicy(0.6f), 2);

  /**
   * A lock before and after each of whose uses something may happen, as if another thread had been
   * waiting for it. So every gap between two critical sections can be hit, and none is left to
   * chance.
   */
  private static final class InterleavingLock extends ReentrantLock {
    private static final long serialVersionUID = 1L;

    private transient Runnable between = () -> {};
    private int uses;

    private void happen() {
      Runnable happening = between;
      between = () -> {};
      happening.run();
      between = happening;
    }

    @Override
    public void lock() {
      happen();
      uses++;
      super.lock();
    }

    @Override
    public void unlock() {
      super.unlock();
      happen();
    }
  }

  @Test
  void aRequestAfterAStopOrWithdrawalIsPaintedInEveryOrder() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      InterleavingLock lock = new InterleavingLock();
      Mailbox mailbox = new Mailbox(() -> {}, fixture.statistics, lock);
      FakeSession session = fixture.session(mailbox);
      session.ask(1, random.nextBoolean() ? Plan.COMMIT : Plan.SETTLE, "older");
      Plan plan = Plan.values()[random.nextInt(3)];
      int[] countdown = {random.nextInt(60)};
      lock.between =
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
      lock.between = () -> {};
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
    InterleavingLock lock = new InterleavingLock();
    Mailbox mailbox = new Mailbox(() -> {}, new DispatchStatistics(), lock);
    FakeSession session = new FakeSession(mailbox);
    session.ask(1, Plan.COMMIT, "older");
    mailbox.stop();
    session.ask(2, Plan.COMMIT, "newer");
    lock.uses = 0;
    Mailbox.Look look = mailbox.look();
    assertThat(lock.uses).as("critical sections of one look").isEqualTo(1);
    assertThat(look.stopped()).isTrue();
    assertThat(look.next()).extracting(GenerationRequest::revision).isEqualTo(2L);
    assertThat(mailbox.look().stopped()).isFalse();
  }
}
