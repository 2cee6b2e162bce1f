package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to and from a pod. */
class TrafficTest {
  private static final int PING_SECONDS = 30;

  private static Map<?, ?> labels(Overlay overlay) {
    return (Map<?, ?>) Yamls.at(overlay.deployment(), "spec.template.metadata.labels");
  }

  private static List<Object> ports(Object rules) {
    return ((List<?>) rules)
        .stream()
            .flatMap(rule -> Yamls.list(rule, "ports").stream())
            .map(port -> Yamls.at(port, "port"))
            .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void everySelectorMatchesThePods(String name) {
    Overlay overlay = Overlay.of(name);
    Stream.of("Deployment", "PodDisruptionBudget")
        .flatMap(kind -> overlay.all(kind).stream())
        .forEach(
            each ->
                assertThat(Yamls.at(each, "spec.selector.matchLabels")).isEqualTo(labels(overlay)));
    assertThat(Yamls.at(overlay.the("NetworkPolicy"), "spec.podSelector.matchLabels"))
        .isEqualTo(labels(overlay));
    assertThat(Yamls.at(overlay.the("Service"), "spec.selector")).isEqualTo(labels(overlay));
  }

  @Test
  void privatePathsOfTheIngressReachNoPod() {
    Overlay overlay = Overlay.of("cpu");
    Object paths = Yamls.at(overlay.the("Ingress"), "spec.rules.0.http.paths");
    assertThat(Yamls.at(paths, "0.path")).isEqualTo("/q");
    Object nowhere = Yamls.at(paths, "0.backend.service.name");
    Object service =
        overlay.all("Service").stream()
            .filter(each -> nowhere.equals(Yamls.at(each, "metadata.name")))
            .findFirst()
            .orElseThrow();
    Map<?, ?> selector = (Map<?, ?>) Yamls.at(service, "spec.selector");
    assertThat(labels(overlay).entrySet().containsAll(selector.entrySet())).isFalse();
  }

  @Test
  void theIngressReachesThePodsAndKeepsSilentConnections() {
    Overlay overlay = Overlay.of("cpu");
    Object ingress = overlay.the("Ingress");
    assertThat(Yamls.at(ingress, "spec.rules.0.http.paths.1.backend.service").toString())
        .isEqualTo("{name=lukis, port={name=http}}");
    Map<?, ?> annotations = (Map<?, ?>) Yamls.at(ingress, "metadata.annotations");
    for (String way : List.of("read", "send")) {
      Object seconds = annotations.get("nginx.ingress.kubernetes.io/proxy-" + way + "-timeout");
      assertThat(Integer.parseInt(String.valueOf(seconds))).isGreaterThan(2 * PING_SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void onlyTheServingPortIsOpen(String name) {
    Overlay overlay = Overlay.of(name);
    Object port = Yamls.at(overlay.deployment(), Overlay.CONTAINER + ".ports.0");
    assertThat(ports(Yamls.at(overlay.the("NetworkPolicy"), "spec.ingress")))
        .containsExactly(Yamls.at(port, "containerPort"));
    assertThat(Yamls.at(overlay.the("Service"), "spec.ports.0.targetPort"))
        .isEqualTo(Yamls.at(port, "name"));
  }

  @Test
  void onlyIngressAndMonitoringMayConnect() {
    assertThat(Yamls.at(Overlay.of("cpu").the("NetworkPolicy"), "spec.ingress.0.from"))
        .isEqualTo(List.of(namespace("ingress-nginx"), namespace("monitoring")));
  }

  private static Map<?, ?> namespace(String name) {
    return Map.of(
        "namespaceSelector", Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", name)));
  }

  @Test
  void phonesMayConnectToTheBoothFromAnyAddress() {
    Overlay booth = Overlay.of("booth");
    assertThat(Yamls.has(booth.the("NetworkPolicy"), "spec.ingress.0.from")).isFalse();
    assertThat(Yamls.at(booth.the("Service"), "spec.ports.0.nodePort")).isEqualTo(30080);
    assertThat(booth.all("Ingress")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void aPodMayConnectOnlyToDnsHttpsAndTracing(String name) {
    Object egress = Yamls.at(Overlay.of(name).the("NetworkPolicy"), "spec.egress");
    assertThat(ports(egress)).containsExactly(53, 53, 443, 4317, 4318);
    assertThat(Yamls.has(egress, "1.to.0.namespaceSelector")).isTrue();
  }
}
