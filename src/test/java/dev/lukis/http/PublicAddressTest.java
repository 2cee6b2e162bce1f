package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
  private static PublicAddress address(String host) {
    return new PublicAddress(Optional.empty(), host, () -> Optional.of("192.168.1.20"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/share, http://192.168.1.20:8080/i/t",
    "http://LOCALHOST/share, http://192.168.1.20/i/t",
    "http://127.0.0.1:8080/share, http://192.168.1.20:8080/i/t",
    "http://[::1]:8080/share, http://192.168.1.20:8080/i/t",
    "https://lukis.example/paint/share?x=1, https://lukis.example/paint/i/t",
    "http://[2001:db8::7]:8080/share, http://[2001:db8::7]:8080/i/t",
    "http://localhost.example/share, http://localhost.example/i/t",
  })
  void aLinkLeadsToThisMachineFromAnother(String request, String url) {
    assertThat(address("0.0.0.0").of(request, "/share", "/i/t"))
        .isEqualTo(new PublicAddress.Link(url, true));
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "::1"})
  void aServerThatListensToThisMachineOnlySaysThatOthersCannotReachIt(String host) {
    assertThat(address(host).of("http://localhost:8080/share", "/share", "/i/t"))
        .isEqualTo(new PublicAddress.Link("http://localhost:8080/i/t", false));
    assertThat(address(host).of("https://proxied.example/share", "/share", "/i/t").reachable())
        .isTrue();
  }

  @Test
  void withoutANetworkALinkIsNotReachable() {
    PublicAddress alone = new PublicAddress(Optional.empty(), "0.0.0.0", Optional::empty);
    assertThat(alone.of("http://localhost/share", "/share", "/i/t").reachable()).isFalse();
  }

  @Test
  void theConfiguredUrlGoesFirstWithOrWithoutASlash() {
    PublicAddress configured =
        new PublicAddress(Optional.of("https://a.example/b/"), "0.0.0.0", Optional::empty);
    assertThat(configured.of("http://localhost/share", "/share", "/i/t").url())
        .isEqualTo("https://a.example/b/i/t");
  }

  private static NetworkAddress.Candidate candidate(String network, String address) {
    try {
      return new NetworkAddress.Candidate(network, InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void virtualNetworksAreNotChosen() {
    List<NetworkAddress.Candidate> candidates =
        List.of(
            candidate("docker0", "172.17.0.1"),
            candidate("br-5f2", "172.18.0.1"),
            candidate("veth12", "10.1.1.1"),
            candidate("virbr0", "192.168.122.1"),
            candidate("eth0", "fe80::1"),
            candidate("eth0", "2001:db8::5"),
            candidate("eth0", "192.168.1.20"));
    assertThat(NetworkAddress.choose(candidates).map(NetworkAddress::inUrl))
        .contains("192.168.1.20");
    assertThat(NetworkAddress.choose(candidates.subList(0, 6)).map(NetworkAddress::inUrl))
        .contains("[2001:db8:0:0:0:0:0:5]");
    assertThat(NetworkAddress.choose(candidates.subList(0, 5))).isEmpty();
  }
}
