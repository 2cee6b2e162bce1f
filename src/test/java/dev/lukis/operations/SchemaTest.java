package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The checks of manifests find the faults that they exist for. */
class SchemaTest {
  private static final String CONTAINER =
      "spec: {selector: {}, template: {spec: {containers: [{name: x, %s}]}}}";

  @SuppressWarnings("unchecked")
  private static Map<String, Object> deployment(String rest) {
    return (Map<String, Object>)
        new Yaml().load("{apiVersion: apps/v1, kind: Deployment, " + rest + "}");
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
        "spec: {selector: {}, strategy: {rollingUpdate: {maxSurge: true}}, template: {}}",
        "metadata: {name: 5}",
        "metadata: {labels: {a: 5}}",
        "metadata: {annotations: {a: true}}",
      })
  void unknownMissingAndMistypedFieldsAreFound(String wrong) {
    assertThat(Schema.errors(deployment(wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "readinessProbe: {httpGet: {path: /, prot: 80}}",
        "readinessProbe: {periodSeconds: 2s}",
        "livenessProbe: {httpGet: {path: /}}",
        "lifecycle: {preStop: {sleep: {}}}",
        "env: [{name: A, value: 5}]",
        "env: [{valueFrom: {fieldRef: {fieldPath: x}}}]",
        "securityContext: {capabilities: {drop: ALL}}",
        "volumeMounts: [{name: x}]",
        "resources: {limits: {memory: 2Gb}}",
      })
  void theyAreFoundAtAnyDepth(String wrong) {
    assertThat(Schema.errors(deployment(CONTAINER.formatted(wrong)))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imagePullPolicy: Sometimes",
        "resources: {limits: {memory: 2Gb}}",
        "resources: {requests: {cpu: two}}",
        "resources: {requests: {memory: 1Gi}, limits: {memory: 2Gb}}",
        "resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}",
        "resources: {limits: {nvidia.com/gpu: '0.5'}}",
        "ports: [{containerPort: 80800}]",
        "ports: [{containerPort: 80, protocol: tcp}]",
        "readinessProbe: {httpGet: {port: 'no port'}}",
        "readinessProbe: {periodSeconds: 0}",
        "env: [{name: 'A B', value: x}]",
      })
  void valuesThatKubernetesRefusesAreFound(String wrong) {
    assertThat(Values.errors(deployment(CONTAINER.formatted(wrong)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata: {name: Lukis}",
        "metadata: {labels: {app: 'a b'}}",
        "metadata: {labels: {'a b': c}}",
        "spec: {strategy: {type: Rolling}}",
        "spec: {strategy: {rollingUpdate: {maxSurge: 10}, type: RollingUpdate}, replicas: -1}",
        "spec: {strategy: {rollingUpdate: {maxSurge: ten}}}",
        "spec: {selector: {matchLabels: {app: a/b}}}",
        "spec: {template: {spec: {volumes: [{emptyDir: {sizeLimit: 1 Gi}}]}}}",
        "spec: {template: {spec: {tolerations: [{operator: Exist}]}}}",
        "spec: {template: {spec: {tolerations: [{effect: NoSchedul}]}}}",
        "spec: {template: {spec: {topologySpreadConstraints: [{whenUnsatisfiable: Anyway}]}}}",
      })
  void wrongValuesAroundContainersAreFound(String wrong) {
    assertThat(Values.errors(deployment(wrong))).hasSize(1);
  }

  @Test
  void correctObjectsHaveNoErrors() {
    Map<String, Object> right =
        deployment(
            CONTAINER.formatted(
                "imagePullPolicy: Always, ports: [{containerPort: 80, name: http}],"
                    + " resources: {requests: {cpu: 500m, memory: 1Gi},"
                    + " limits: {cpu: '1', memory: 1.5Gi, nvidia.com/gpu: 1}},"
                    + " readinessProbe: {httpGet: {port: 8080}}"));
    assertThat(Schema.errors(right)).isEqualTo(List.of());
    assertThat(Values.errors(right)).isEqualTo(List.of());
  }
}
