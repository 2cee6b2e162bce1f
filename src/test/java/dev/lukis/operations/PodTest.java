package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security, probes and shutdown of a pod. */
class PodTest {
  private static final String POD = "spec.template.spec";

  private static List<Object> containers(Object deployment) {
    List<Object> all = new ArrayList<>(Yamls.list(deployment, POD + ".containers"));
    all.addAll(Yamls.list(deployment, POD + ".initContainers"));
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void containersRunUnprivilegedOnAReadOnlyRoot(String overlay) {
    Object deployment = Overlay.of(overlay).deployment();
    assertThat(Yamls.at(deployment, POD + ".securityContext.runAsNonRoot")).isEqualTo(true);
    assertThat(Yamls.at(deployment, POD + ".securityContext.seccompProfile.type"))
        .isEqualTo("RuntimeDefault");
    assertThat(containers(deployment))
        .hasSize(2)
        .allSatisfy(
            each -> {
              Object may = Yamls.at(each, "securityContext");
              assertThat(Yamls.at(may, "readOnlyRootFilesystem")).isEqualTo(true);
              assertThat(Yamls.at(may, "allowPrivilegeEscalation")).isEqualTo(false);
              assertThat(Yamls.at(may, "capabilities.drop")).isEqualTo(List.of("ALL"));
              assertThat(Yamls.at(each, "resources.limits.memory")).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void probesWaitUntilTheModelIsWarm(String overlay) {
    Object container = Yamls.at(Overlay.of(overlay).deployment(), Overlay.CONTAINER);
    Object startup = Yamls.at(container, "startupProbe");
    assertThat(Yamls.number(startup, "periodSeconds") * Yamls.number(startup, "failureThreshold"))
        .isEqualTo(300);
    // The other two probes begin after the startup probe has succeeded.
    assertThat(Yamls.has(container, "livenessProbe.initialDelaySeconds")).isFalse();
    assertThat(Yamls.at(startup, "httpGet.path")).isEqualTo("/q/health/started");
    assertThat(Yamls.at(container, "livenessProbe.httpGet.path")).isEqualTo("/q/health/live");
    assertThat(Yamls.at(container, "readinessProbe.httpGet.path")).isEqualTo("/q/health/ready");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void aTerminatingPodGetsNoNewConnectionsAndHasTimeToDrain(String overlay) {
    Object deployment = Overlay.of(overlay).deployment();
    Object ready = Yamls.at(deployment, Overlay.CONTAINER + ".readinessProbe");
    int preStop = Yamls.number(deployment, Overlay.CONTAINER + ".lifecycle.preStop.sleep.seconds");
    assertThat(Yamls.number(ready, "periodSeconds") * Yamls.number(ready, "failureThreshold"))
        .isLessThan(preStop);
    String drain = Yamls.at(Overlay.of(overlay).data("lukis"), "LUKIS_DRAIN_DEADLINE").toString();
    assertThat(Yamls.number(deployment, POD + ".terminationGracePeriodSeconds"))
        .isGreaterThan(preStop + Integer.parseInt(drain.replace("s", "")) + 5);
  }

  @Test
  void theGpuOverlayUsesOneGpuForEachPod() {
    Object deployment = Overlay.of("gpu").deployment();
    Object limits = Yamls.at(deployment, Overlay.CONTAINER + ".resources.limits");
    assertThat(limits.toString()).containsPattern("nvidia.com/gpu=1\\b");
    assertThat(Yamls.at(deployment, POD + ".nodeSelector")).isNotNull();
    assertThat(Yamls.at(deployment, POD + ".tolerations").toString()).contains("nvidia.com/gpu");
    assertThat(Yamls.at(deployment, Overlay.CONTAINER + ".image")).isEqualTo("lukis:cuda12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu"})
  void podsAreSpreadOverNodesAndZones(String overlay) {
    Object spread = Yamls.at(Overlay.of(overlay).deployment(), POD + ".topologySpreadConstraints");
    assertThat(spread.toString()).contains("kubernetes.io/hostname", "topology.kubernetes.io/zone");
  }
}
