package dev.lukis.model.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which keys of a network's {@code config.json} are understood. A key that would change the picture
 * and is not understood is refused by name. Keys that begin with an underscore are notes of the
 * program that wrote the file.
 *
 * @param used at every value: read, or told by the weights themselves, or without effect on results
 * @param only the values, as JSON, at which other keys are understood
 */
record Configuration(Set<String> used, Map<String, Set<String>> only) {
  private static final Set<String> OFF = Set.of("null", "false");

  /**
   * @throws ModelException when a key is not understood
   */
  void check(JsonObject config) {
    Iterator<String> keys = config.fields();
    while (keys.hasNext()) {
      String key = keys.next();
      String value = text(config.root().path(key));
      if (only.containsKey(key)) {
        requireOneOf(config, key, value, only.get(key));
      } else if (!used.contains(key) && !key.startsWith("_") && !OFF.contains(value)) {
        throw config.refused(key, value, "absent: not supported");
      }
    }
  }

  private static void requireOneOf(
      JsonObject config, String key, String value, Set<String> expected) {
    if (!expected.contains(value)) {
      throw config.refused(key, value, String.join(" or ", expected.stream().sorted().toList()));
    }
  }

  // 1 and 1.0 are the same number.
  private static String text(JsonNode value) {
    boolean whole = value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
    return whole ? Long.toString(value.asLong()) : value.toString();
  }

  /** One number for every stage, or a list of one for each. */
  static List<Integer> perStage(JsonObject config, String key, int stages, int defaultValue) {
    JsonNode value = config.root().path(key);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      JsonNode number = value.isArray() ? value.path(i) : value;
      boolean absent = value.isMissingNode() || value.isNull();
      if (!absent && !(number.isInt() && number.asInt() > 0)) {
        throw config.refused(key, value, "a whole number > 0, or " + stages + " of them");
      }
      numbers.add(absent ? defaultValue : number.asInt());
    }
    return numbers;
  }

  /** How many equal parts something is divided into. */
  static int parts(JsonObject config, String key, int defaultValue) {
    int parts = config.integer(key, defaultValue);
    if (parts < 1) {
      throw config.refused(key, parts, ">= 1");
    }
    return parts;
  }

  /** Refuses a network of a block that is not known. */
  static void requireBlocks(JsonObject config, String key, Set<String> known) {
    List<String> blocks = config.has(key) ? config.texts(key) : List.of();
    for (String block : blocks) {
      if (!known.contains(block)) {
        throw config.refused(key, block, String.join(", ", known.stream().sorted().toList()));
      }
    }
  }
}
