package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Renders every overlay with {@code kubectl kustomize} and holds every object against Kubernetes'
 * API. Without a kubectl the overlays are not rendered, and the tests say that they were skipped.
 */
class KustomizeTest {

  private static List<Map<String, Object>> render(String overlay) {
    assumeTrue(hasKubectl(), "kubectl is not installed: overlays are not rendered");
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object each : new Yaml().loadAll(run("kubectl", "kustomize", "k8s/overlays/" + overlay))) {
      objects.add(object(each));
    }
    return objects;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object yaml) {
    return (Map<String, Object>) yaml;
  }

  private static boolean hasKubectl() {
    try {
      return new ProcessBuilder("kubectl", "version", "--client").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"cpu, 8", "gpu, 8", "booth, 7"})
  void everyObjectIsWhatKubernetesKnows(String overlay, int count) {
    List<Map<String, Object>> objects = render(overlay);
    assertThat(objects).hasSize(count);
    assertThat(objects).allSatisfy(each -> assertThat(Schema.errors(each)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {replicaz: 2}",
        "spec: {selector: {}, template: {spec: {containers: [{nme: x}]}}}",
        "spec: {template: {spec: {containers: [{name: x}]}}}",
        "spec: {replicas: '2', selector: {}, template: {}}",
        "spec: {selector: {}, template: {spec: {containers: {name: x}}}}",
        "spec: {selector: {}, template: {spec: {hostNetwork: 'yes', containers: [{name: x}]}}}",
        "metadata: {name: 5}",
      })
  void unknownMissingAndMistypedFieldsAreFound(String wrong) {
    Map<String, Object> object =
        object(new Yaml().load("{apiVersion: apps/v1, kind: Deployment, " + wrong + "}"));
    assertThat(Schema.errors(object)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void containersRunAsNobodyOnAReadOnlyRoot(String overlay) {
    String pod = Yamls.at(deployment(overlay), "spec.template.spec").toString();
    assertThat(pod).contains("runAsNonRoot=true");
    List<?> containers = (List<?>) Yamls.at(deployment(overlay), "spec.template.spec.containers");
    List<?> first = (List<?>) Yamls.at(deployment(overlay), "spec.template.spec.initContainers");
    Set<Object> all = new HashSet<>(containers);
    all.addAll(first);
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(each.toString())
                    .contains("readOnlyRootFilesystem=true", "allowPrivilegeEscalation=false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void thereIsMoreTimeToEndThanEndingTakes(String overlay) {
    Map<String, Object> deployment = deployment(overlay);
    int grace = (Integer) Yamls.at(deployment, "spec.template.spec.terminationGracePeriodSeconds");
    Map<?, ?> container =
        (Map<?, ?>) ((List<?>) Yamls.at(deployment, "spec.template.spec.containers")).get(0);
    int preStop = (Integer) Yamls.at(container, "lifecycle.preStop.sleep.seconds");
    String drain = (String) Yamls.at(of(overlay, "ConfigMap"), "data.LUKIS_DRAIN_DEADLINE");
    assertThat(grace).isGreaterThan(preStop + Integer.parseInt(drain.replace("s", "")) + 5);
  }

  @Test
  void theGpuOverlayTakesOneGpuAPod() {
    Map<String, Object> deployment = deployment("gpu");
    Map<?, ?> container =
        (Map<?, ?>) ((List<?>) Yamls.at(deployment, "spec.template.spec.containers")).get(0);
    assertThat(((Map<?, ?>) Yamls.at(container, "resources.limits")).get("nvidia.com/gpu"))
        .isEqualTo("1");
    assertThat(Yamls.at(deployment, "spec.template.spec.nodeSelector")).isNotNull();
    assertThat(Yamls.at(deployment, "spec.template.spec.tolerations").toString())
        .contains("nvidia.com/gpu");
  }

  private static Map<String, Object> deployment(String overlay) {
    return of(overlay, "Deployment");
  }

  private static Map<String, Object> of(String overlay, String kind) {
    return render(overlay).stream()
        .filter(each -> kind.equals(each.get("kind")))
        .findFirst()
        .orElseThrow();
  }
}
