package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/** An overlay, rendered by {@code kubectl kustomize}. Each is rendered once. Immutable. */
record Overlay(List<Map<String, Object>> objects) {
  /** Path of the serving container in a Deployment. */
  static final String CONTAINER = "spec.template.spec.containers.0";

  private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

  /** Skips the test if kubectl is not installed. If CI is "true", fails it instead. */
  static Overlay of(String name) {
    Tool.require("kubectl");
    return RENDERED.computeIfAbsent(name, Overlay::render);
  }

  @SuppressWarnings("unchecked")
  private static Overlay render(String name) {
    Tool.Ended ended = Tool.run(Map.of(), "kubectl", "kustomize", "k8s/overlays/" + name);
    assertThat(ended.status()).as(ended.output()).isZero();
    List<Map<String, Object>> objects = new ArrayList<>();
    new Yaml().loadAll(ended.output()).forEach(each -> objects.add((Map<String, Object>) each));
    return new Overlay(List.copyOf(objects));
  }

  List<Map<String, Object>> all(String kind) {
    return objects.stream().filter(each -> kind.equals(each.get("kind"))).toList();
  }

  /** The first object of a kind. */
  Map<String, Object> the(String kind) {
    return all(kind).stream().findFirst().orElseThrow();
  }

  Map<String, Object> deployment() {
    return the("Deployment");
  }

  /** The data of a ConfigMap, whose name ends with a hash. */
  Map<?, ?> data(String name) {
    return all("ConfigMap").stream()
        .filter(each -> Yamls.at(each, "metadata.name").toString().matches(name + "-\\w{10}"))
        .map(each -> (Map<?, ?>) Yamls.at(each, "data"))
        .findFirst()
        .orElseThrow();
  }
}
