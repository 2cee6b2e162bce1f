package dev.lukis.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Rates PLENTY = rates(1_000, 1_000, 1e6, 1e6);

  private long now;

  private static Rates rates(double messages, double burst, double bytes, double bytesBurst) {
    return new Rates(new Rate(messages, burst), new Rate(bytes, bytesBurst));
  }

  private Allowance open(AddressBook book, String host) {
    return Objects.requireNonNull(book.open(host, now));
  }

  @Test
  void aBurstPassesThenTheRateHolds() {
    Allowance allowance = open(new AddressBook(9, PLENTY, rates(10, 3, 1e6, 1e6)), "a");
    for (int i = 0; i < 3; i++) {
      assertThat(allowance.take(10, now)).isZero();
    }
    assertThat(allowance.take(10, now)).isEqualTo(SECOND / 10);
    now += SECOND / 10;
    assertThat(allowance.take(10, now)).isZero();
    assertThat(allowance.take(10, now)).isPositive();
  }

  @Test
  void bytesAreLimitedAsMessagesAre() {
    Allowance allowance = open(new AddressBook(9, PLENTY, rates(1e3, 1e3, 100, 50)), "a");
    assertThat(allowance.take(50, now)).isZero();
    assertThat(allowance.take(50, now)).isEqualTo(SECOND / 2);
  }

  @Test
  void aMessageAboveTheBurstPassesOnceTheBucketIsFull() {
    Allowance allowance = open(new AddressBook(9, PLENTY, rates(1e3, 1e3, 100, 50)), "a");
    assertThat(allowance.take(500, now)).isZero();
    assertThat(allowance.take(1, now)).isGreaterThan(4 * SECOND);
  }

  @Test
  void connectionsOfOneAddressShareItsAllowanceAndOthersKeepTheirs() {
    AddressBook book = new AddressBook(9, rates(1, 2, 1e6, 1e6), PLENTY);
    Allowance one = open(book, "10.0.0.1");
    Allowance other = open(book, "10.0.0.1");
    assertThat(one.take(1, now)).isZero();
    assertThat(other.take(1, now)).isZero();
    assertThat(one.take(1, now)).isPositive();
    assertThat(open(book, "10.0.0.2").take(1, now)).isZero();
  }

  @Test
  void oneAddressHasSoManyConnectionsAndNoMore() {
    AddressBook book = new AddressBook(1, PLENTY, PLENTY);
    Allowance first = open(book, "2001:db8::1");
    assertThat(book.admits("2001:db8:0:0:ffff::2")).isFalse();
    assertThat(book.open("2001:db8::3", now)).isNull();
    assertThat(book.admits("2001:db8:1::1")).isTrue();
    first.close();
    assertThat(book.admits("2001:db8::1")).isTrue();
  }

  @Test
  void comingBackDoesNotRenewAnAllowanceAndNothingIsRememberedForEver() {
    AddressBook book = new AddressBook(9, rates(1, 1, 1e6, 1e6), PLENTY);
    Allowance allowance = open(book, "a");
    assertThat(allowance.take(1, now)).isZero();
    allowance.close();
    book.review(now);
    assertThat(open(book, "a").take(1, now)).isPositive();
    assertThat(book.size()).isEqualTo(1);
    AddressBook empty = new AddressBook(9, PLENTY, PLENTY);
    open(empty, "b").close();
    empty.review(now + SECOND);
    assertThat(empty.size()).isZero();
  }

  @Test
  void floodsAreToldFromFastTyping() {
    Allowance allowance = open(new AddressBook(9, PLENTY, rates(50, 100, 1e6, 1e6)), "a");
    for (int i = 0; i < 1_000; i++) {
      allowance.take(1, now);
    }
    assertThat(allowance.flooded()).isFalse();
    for (int i = 0; i < 2_000; i++) {
      allowance.take(1, now);
    }
    assertThat(allowance.flooded()).isTrue();
  }

  @Test
  void howeverMessagesComeNoMoreThanTheRatePasses() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      now = 0;
      Allowance allowance = open(new AddressBook(9, PLENTY, rates(20, 40, 1e6, 1e6)), "a");
      int passed = 0;
      for (int i = 0; i < 500; i++) {
        now += (long) (random.nextDouble() * SECOND / 25);
        passed += allowance.take(1, now) == 0 ? 1 : 0;
      }
      assertThat(passed).isLessThanOrEqualTo((int) (40 + 20.0 * now / SECOND) + 1);
    }
  }

  @Test
  void silenceAndIdlenessAreToldApart() {
    Pulse pulse = new Pulse(0);
    pulse.heard(10 * SECOND);
    assertThat(pulse.state(11 * SECOND, 5 * SECOND, 20 * SECOND)).isEqualTo(Pulse.State.WELL);
    assertThat(pulse.state(16 * SECOND, 5 * SECOND, 20 * SECOND)).isEqualTo(Pulse.State.SILENT);
    pulse.heard(21 * SECOND);
    assertThat(pulse.state(22 * SECOND, 5 * SECOND, 20 * SECOND)).isEqualTo(Pulse.State.IDLE);
    pulse.typed(22 * SECOND);
    assertThat(pulse.state(22 * SECOND, 5 * SECOND, 20 * SECOND)).isEqualTo(Pulse.State.WELL);
  }
}
