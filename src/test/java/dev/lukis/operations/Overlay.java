package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/** What {@code kubectl kustomize} makes of an overlay; each is rendered once. Immutable. */
record Overlay(List<Map<String, Object>> objects) {
  /** The container of a Deployment that serves. */
  static final String CONTAINER = "spec.template.spec.containers.0";

  private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

  /** Where there is no kubectl, the test is skipped, and on CI it fails. */
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

  /** The first of a kind. */
  Map<String, Object> the(String kind) {
    return all(kind).stream().findFirst().orElseThrow();
  }

  Map<String, Object> deployment() {
    return the("Deployment");
  }

  /** A ConfigMap's data, whose name has a hash behind it. */
  Map<?, ?> data(String name) {
    return all("ConfigMap").stream()
        .filter(each -> Yamls.at(each, "metadata.name").toString().matches(name + "-\\w{10}"))
        .map(each -> (Map<?, ?>) Yamls.at(each, "data"))
        .findFirst()
        .orElseThrow();
  }
}
