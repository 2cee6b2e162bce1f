package dev.lukis.model.files;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON object of a model; every refusal names file, field, value and expectation. */
public record JsonObject(String name, JsonNode root) {
  // Some schedulers of diffusers write a bound of -Infinity.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  public static JsonObject read(String name, Path path) {
    try {
      JsonNode root = MAPPER.readTree(path.toFile());
      if (!root.isObject()) {
        throw new ModelException(name + ": not a JSON object (expected: one)");
      }
      return new JsonObject(name, root);
    } catch (IOException e) {
      throw new ModelException(name + ": not readable as JSON (expected: a JSON object)", e);
    }
  }

  public static JsonObject empty(String name) {
    return new JsonObject(name, JsonNodeFactory.instance.objectNode());
  }

  public JsonObject object(String field) {
    JsonNode value = root.path(field);
    return value.isObject() ? new JsonObject(name + ": " + field, value) : empty(name);
  }

  /** The same with other values of some fields: texts, whole numbers, truth values. */
  public JsonObject with(Map<String, ?> fields) {
    ObjectNode changed = root.deepCopy();
    fields.forEach((field, value) -> changed.set(field, MAPPER.valueToTree(value)));
    return new JsonObject(name, changed);
  }

  public boolean has(String field) {
    return root.hasNonNull(field);
  }

  public Iterator<String> fields() {
    return root.fieldNames();
  }

  public int integer(String field) {
    return present(field, JsonNode::isInt, "a whole number").asInt();
  }

  public int integer(String field, int defaultValue) {
    return has(field) ? integer(field) : defaultValue;
  }

  public double number(String field) {
    return present(field, JsonNode::isNumber, "a number").asDouble();
  }

  public double number(String field, double defaultValue) {
    return has(field) ? number(field) : defaultValue;
  }

  public String text(String field) {
    return present(field, JsonNode::isTextual, "a text").asText();
  }

  public String text(String field, String defaultValue) {
    return has(field) ? text(field) : defaultValue;
  }

  public boolean bool(String field, boolean defaultValue) {
    return has(field)
        ? present(field, JsonNode::isBoolean, "true or false").asBoolean()
        : defaultValue;
  }

  public int arrayLength(String field) {
    return present(field, JsonNode::isArray, "an array").size();
  }

  /** An array of texts. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : present(field, JsonNode::isArray, "an array of texts")) {
      if (!each.isTextual()) {
        throw refused(field, each, "an array of texts");
      }
      texts.add(each.asText());
    }
    return List.copyOf(texts);
  }

  /** An array of numbers. */
  public double[] numbers(String field) {
    JsonNode array = present(field, JsonNode::isArray, "an array of numbers");
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!array.get(i).isNumber()) {
        throw refused(field, array.get(i), "an array of numbers");
      }
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  /** A constant of an enum by its lower-case name. */
  public <T extends Enum<T>> T constant(String field, Class<T> type, T defaultValue) {
    String value = text(field, defaultValue.name().toLowerCase(Locale.ROOT));
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> refused(field, value, "one of " + names(type)));
  }

  private static <T extends Enum<T>> String names(Class<T> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  public ModelException refused(String field, Object value, String expected) {
    return new ModelException(name + ": " + field + ": " + value + " (expected: " + expected + ")");
  }

  private JsonNode present(
      String field, java.util.function.Predicate<JsonNode> valid, String expected) {
    JsonNode value = root.path(field);
    if (!valid.test(value)) {
      throw refused(field, value.isMissingNode() ? "missing" : value, expected);
    }
    return value;
  }
}
