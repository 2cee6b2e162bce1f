package dev.lukis.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Rates PLENTY = rates(1_000, 1_000, 1e6, 1e6);

  private long now;

  private static Rates rates(double messages, double burst, double bytes, double bytesBurst) {
    return new Rates(new Rate(messages, burst), new Rate(bytes, bytesBurst));
  }

  private RateLimiter open(ClientAddresses addresses, String host) {
    return Objects.requireNonNull(addresses.open(host, now));
  }

  @Test
  void aBurstPassesThenTheRateHolds() {
    RateLimiter limiter = open(new ClientAddresses(9, PLENTY, rates(10, 3, 1e6, 1e6)), "a");
    for (int i = 0; i < 3; i++) {
      assertThat(limiter.take(10, now)).isZero();
    }
    assertThat(limiter.take(10, now)).isEqualTo(SECOND / 10);
    now += SECOND / 10;
    assertThat(limiter.take(10, now)).isZero();
    assertThat(limiter.take(10, now)).isPositive();
  }

  @Test
  void bytesAreLimitedAsMessagesAre() {
    RateLimiter limiter = open(new ClientAddresses(9, PLENTY, rates(1e3, 1e3, 100, 50)), "a");
    assertThat(limiter.take(50, now)).isZero();
    assertThat(limiter.take(50, now)).isEqualTo(SECOND / 2);
  }

  @Test
  void aMessageAboveTheBurstPassesOnceTheBucketIsFull() {
    RateLimiter limiter = open(new ClientAddresses(9, PLENTY, rates(1e3, 1e3, 100, 50)), "a");
    assertThat(limiter.take(500, now)).isZero();
    assertThat(limiter.take(1, now)).isGreaterThan(4 * SECOND);
  }

  @Test
  void connectionsOfOneAddressShareItsAllowanceAndOthersKeepTheirs() {
    ClientAddresses addresses = new ClientAddresses(9, rates(1, 2, 1e6, 1e6), PLENTY);
    RateLimiter one = open(addresses, "10.0.0.1");
    RateLimiter other = open(addresses, "10.0.0.1");
    assertThat(one.take(1, now)).isZero();
    assertThat(other.take(1, now)).isZero();
    assertThat(one.take(1, now)).isPositive();
    assertThat(open(addresses, "10.0.0.2").take(1, now)).isZero();
  }

  /** Sends steadily and says whether that was taken for a flood. */
  private boolean floods(RateLimiter limiter, int perSecond, int seconds) {
    for (int i = 0; i < perSecond * seconds; i++) {
      now += SECOND / perSecond;
      limiter.take(100, now);
    }
    return limiter.flooded();
  }

  private RateLimiter usual() {
    return open(new ClientAddresses(9, PLENTY, rates(50, 100, 65_536, 262_144)), "a");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 30, 60, 90})
  void aKeyHeldDownForTenMinutesIsNoFlood(int perSecond) {
    assertThat(floods(usual(), perSecond, 600)).isFalse();
  }

  @Test
  void aPasteWordByWordIsNoFlood() {
    RateLimiter limiter = usual();
    for (int i = 0; i < 400; i++) {
      limiter.take(500, now);
    }
    assertThat(limiter.flooded()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500, 5_000})
  void aSteadyFloodIsToldThoughSomeOfItIsAccepted(int perSecond) {
    assertThat(floods(usual(), perSecond, 10)).isTrue();
  }

  @Test
  void aHundredThousandAtOnceAreAFlood() {
    RateLimiter limiter = usual();
    for (int i = 0; i < 100_000; i++) {
      limiter.take(10, now);
    }
    assertThat(limiter.flooded()).isTrue();
  }

  @Test
  void whatNeighboursUseUpOfTheAddressIsNoFloodOfOnesOwn() {
    ClientAddresses addresses =
        new ClientAddresses(9, rates(1, 1, 1e6, 1e6), rates(50, 100, 65_536, 262_144));
    RateLimiter honest = open(addresses, "10.0.0.1");
    assertThat(floods(honest, 30, 60)).isFalse();
  }

  @Test
  void aHeldMessageThatIsTriedAgainIsCountedOnce() {
    RateLimiter limiter = usual();
    for (int i = 0; i < 101; i++) {
      limiter.take(1, now);
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(limiter.retry(1, now)).isPositive();
    }
    assertThat(limiter.flooded()).isFalse();
  }

  @Test
  void howeverMessagesComeNoMoreThanTheRatePasses() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      now = 0;
      RateLimiter limiter = open(new ClientAddresses(9, PLENTY, rates(20, 40, 1e6, 1e6)), "a");
      int passed = 0;
      for (int i = 0; i < 500; i++) {
        now += (long) (random.nextDouble() * SECOND / 25);
        passed += limiter.take(1, now) == 0 ? 1 : 0;
      }
      assertThat(passed).isLessThanOrEqualTo((int) (40 + 20.0 * now / SECOND) + 1);
    }
  }
}
