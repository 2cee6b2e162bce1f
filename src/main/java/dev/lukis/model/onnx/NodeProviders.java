package dev.lukis.model.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which execution provider of ONNX Runtime ran how many nodes of a graph, from the record that it
 * writes of a session's runs: events {@code {"cat": "Node", "args": {"provider", "node_index"}}}.
 * Stateless.
 */
public final class NodeProviders {
  private static final String KERNEL = "_kernel_time";

  private NodeProviders() {}

  /** The beginning of the names of a graph's records. */
  static Path prefix(Path folder, String graph) {
    return folder.resolve(graph.replaceAll("[^A-Za-z0-9.]", "_") + "__");
  }

  /**
   * Nodes by their provider. A graph's records are whole once the graph is closed.
   *
   * @param folder of the records
   * @param graph its name
   * @return empty if there is no record, or the graph was never run
   */
  public static SortedMap<String, Integer> of(Path folder, String graph) throws IOException {
    String prefix = String.valueOf(prefix(folder, graph).getFileName());
    List<Path> records;
    try (Stream<Path> files = Files.list(folder)) {
      records =
          files.filter(it -> String.valueOf(it.getFileName()).startsWith(prefix)).sorted().toList();
    }
    Map<String, String> providers = new HashMap<>();
    for (Path each : records) {
      read(each, providers);
    }
    SortedMap<String, Integer> counts = new TreeMap<>();
    providers.values().forEach(provider -> counts.merge(provider, 1, Integer::sum));
    return counts;
  }

  // One event after the other: the record of a large model takes many megabytes.
  private static void read(Path file, Map<String, String> providers) throws IOException {
    try (MappingIterator<JsonNode> events =
        new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
      while (events.hasNext()) {
        JsonNode event = events.next();
        JsonNode arguments = event.path("args");
        String provider = arguments.path("provider").asText("");
        String name = event.path("name").asText("");
        if (event.path("cat").asText().equals("Node") && name.endsWith(KERNEL)) {
          providers.put(name + arguments.path("node_index").asText(), provider);
        }
      }
    }
  }
}
