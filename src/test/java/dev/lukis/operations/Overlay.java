package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/** An overlay as kustomize renders it; each is rendered once. Immutable. */
record Overlay(List<Map<String, Object>> objects) {
  /** The container of a Deployment that serves. */
  static final String CONTAINER = "spec.template.spec.containers.0";

  private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

  /** Without kustomize and kubectl, the test is skipped, or fails if CI is "true". */
  static Overlay of(String name) {
    if (!Tool.exists("kustomize")) {
      Tool.require("kubectl");
    }
    return RENDERED.computeIfAbsent(name, Overlay::render);
  }

  @SuppressWarnings("unchecked")
  private static Overlay render(String name) {
    String folder = "k8s/overlays/" + name;
    Tool.Ended ended =
        Tool.exists("kustomize")
            ? Tool.run(Map.of(), "kustomize", "build", folder)
            : Tool.run(Map.of(), "kubectl", "kustomize", folder);
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
