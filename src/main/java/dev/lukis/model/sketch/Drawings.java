package dev.lukis.model.sketch;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The drawings of things, coded in memory and decoded when they are asked for. The decoded ones
 * that were used last are kept. Thread-safe.
 */
public final class Drawings {
  private static final String INDEX = "sketch/drawings.json";
  private static final String DATA = "sketch/drawings.bin";
  private static final String ENTRIES = "drawings";
  private static final int KEPT = 64;

  private final byte[] data;
  private final Map<String, List<Entry>> byName;
  private final Cache<Entry, Drawing> decoded =
      Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

  private Drawings(byte[] data, Map<String, List<Entry>> byName) {
    this.data = data;
    this.byName = byName;
  }

  /**
   * One coded drawing.
   *
   * @param name of the thing
   * @param kind Unicode's subgroup of the thing
   */
  record Entry(String name, String kind, int at, int size) {}

  /**
   * @throws ModelException when the index does not fit the data
   */
  public static Drawings load(ModelDirectory directory) {
    byte[] data = read(directory);
    JsonObject index = directory.requiredJson(INDEX);
    Map<String, List<Entry>> byName = new LinkedHashMap<>();
    index.arrayLength(ENTRIES);
    for (JsonNode each : index.root().path(ENTRIES)) {
      Entry entry =
          new Entry(
              each.path("name").asText(),
              each.path("sub").asText(),
              each.path("at").asInt(-1),
              each.path("size").asInt(-1));
      if (entry.at < 0 || entry.size < 0 || entry.at > data.length - entry.size) {
        throw index.refused("at", entry, "a part of the " + data.length + " bytes of " + DATA);
      }
      byName.computeIfAbsent(entry.name, name -> new ArrayList<>()).add(entry);
    }
    return new Drawings(data, byName);
  }

  private static byte[] read(ModelDirectory directory) {
    try {
      return Files.readAllBytes(directory.required(DATA));
    } catch (IOException e) {
      throw new ModelException(DATA + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The names of all things that can be drawn. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** The drawings of a thing, none if there is no such thing. */
  List<Entry> of(String name) {
    return byName.getOrDefault(name, List.of());
  }

  Drawing drawing(Entry entry) {
    return decoded.get(
        entry,
        missing ->
            Drawing.decode(Arrays.copyOfRange(data, entry.at, entry.at + entry.size), entry.name));
  }
}
