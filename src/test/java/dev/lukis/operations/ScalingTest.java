package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Number of pods. */
class ScalingTest {
  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu"})
  void onlyTheAutoscalerSetsTheNumberOfPods(String name) {
    Overlay overlay = Overlay.of(name);
    Object target = Yamls.at(overlay.the("HorizontalPodAutoscaler"), "spec.scaleTargetRef");
    assertThat(Yamls.at(target, "kind")).isEqualTo("Deployment");
    assertThat(Yamls.at(target, "name")).isEqualTo(Yamls.at(overlay.deployment(), "metadata.name"));
    assertThat(Yamls.has(overlay.deployment(), "spec.replicas")).isFalse();
  }

  @Test
  void theAutoscalerUsesTheAdaptersMetric() throws Exception {
    Object adapter =
        new Yaml().load(Files.readString(Path.of("k8s/monitoring/prometheus-adapter.yaml")));
    Object metric =
        Yamls.at(Overlay.of("cpu").the("HorizontalPodAutoscaler"), "spec.metrics.0.pods.metric");
    assertThat(metric).isEqualTo(Map.of("name", Yamls.at(adapter, "rules.0.name.as")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu"})
  void aNodeCanBeDrainedWhileAPodStays(String name) {
    Overlay overlay = Overlay.of(name);
    int down = Yamls.number(overlay.the("PodDisruptionBudget"), "spec.maxUnavailable");
    int least = Yamls.number(overlay.the("HorizontalPodAutoscaler"), "spec.minReplicas");
    assertThat(down).isPositive().isLessThan(least);
    Object update = Yamls.at(overlay.deployment(), "spec.strategy.rollingUpdate");
    int surge = Yamls.number(update, "maxSurge");
    assertThat(surge + Yamls.number(update, "maxUnavailable")).isOne();
  }

  @Test
  void theBoothIsOnePodThatKeepsItsModelOnItsNode() {
    Overlay booth = Overlay.of("booth");
    assertThat(Yamls.number(booth.deployment(), "spec.replicas")).isOne();
    assertThat(Yamls.at(booth.deployment(), "spec.strategy").toString())
        .isEqualTo("{type=Recreate}");
    assertThat(booth.all("HorizontalPodAutoscaler")).isEmpty();
    assertThat(booth.all("PodDisruptionBudget")).isEmpty();
    Object volume = booth.the("PersistentVolume");
    // Kubernetes does not set the group of a hostPath.
    assertThat(Yamls.at(volume, "spec.local.path")).isEqualTo("/var/lib/lukis/model");
    Object claim = booth.the("PersistentVolumeClaim");
    assertThat(Yamls.at(claim, "spec.volumeName")).isEqualTo(Yamls.at(volume, "metadata.name"));
    assertThat(Yamls.at(booth.deployment(), "spec.template.spec.volumes").toString())
        .contains("claimName=" + Yamls.at(claim, "metadata.name"));
  }
}
