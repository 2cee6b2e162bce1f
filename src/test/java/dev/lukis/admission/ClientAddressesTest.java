package dev.lukis.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Rates PLENTY = rates(1_000, 1_000);

  private long now;

  private static Rates rates(double messages, double burst) {
    return new Rates(new Rate(messages, burst), new Rate(1e6, 1e6));
  }

  private RateLimiter open(ClientAddresses addresses, String host) {
    return Objects.requireNonNull(addresses.open(host, now));
  }

  @Test
  void oneAddressHasSoManyConnectionsAndNoMore() {
    ClientAddresses addresses = new ClientAddresses(1, PLENTY, PLENTY);
    RateLimiter first = open(addresses, "2001:db8::1");
    assertThat(addresses.admits("2001:db8:0:0:ffff::2")).isFalse();
    assertThat(addresses.open("2001:db8::3", now)).isNull();
    assertThat(addresses.admits("2001:db8:1::1")).isTrue();
    first.close();
    assertThat(addresses.admits("2001:db8::1")).isTrue();
  }

  @Test
  void anIpv4AddressIsTheSameInTheFormOfTheOther() {
    ClientAddresses addresses = new ClientAddresses(1, PLENTY, PLENTY);
    open(addresses, "::ffff:192.0.2.1");
    assertThat(addresses.admits("192.0.2.1")).isFalse();
    assertThat(addresses.admits("[::ffff:192.0.2.1]")).isFalse();
    assertThat(addresses.admits("::ffff:192.0.2.2")).isTrue();
  }

  @Test
  void comingBackDoesNotRenewAnAllowanceAndNothingIsRememberedForEver() {
    ClientAddresses addresses = new ClientAddresses(9, rates(1, 1), PLENTY);
    RateLimiter limiter = open(addresses, "a");
    assertThat(limiter.take(1, now)).isZero();
    limiter.close();
    addresses.review(now);
    assertThat(open(addresses, "a").take(1, now)).isPositive();
    assertThat(addresses.size()).isEqualTo(1);
    ClientAddresses empty = new ClientAddresses(9, PLENTY, PLENTY);
    open(empty, "b").close();
    empty.review(now + SECOND);
    assertThat(empty.size()).isZero();
  }
}
