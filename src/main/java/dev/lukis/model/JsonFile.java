package dev.lukis.model;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON object of a model; every refusal names file, field, value and expectation. */
record JsonFile(String name, JsonNode root) {
  // Some schedulers of diffusers write a bound of -Infinity.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  static JsonFile read(String name, Path path) {
    try {
      JsonNode root = MAPPER.readTree(path.toFile());
      if (!root.isObject()) {
        throw new ModelException(name + ": not a JSON object (expected: one)");
      }
      return new JsonFile(name, root);
    } catch (IOException e) {
      throw new ModelException(name + ": not readable as JSON (expected: a JSON object)", e);
    }
  }

  static JsonFile empty(String name) {
    return new JsonFile(name, JsonNodeFactory.instance.objectNode());
  }

  JsonFile object(String field) {
    JsonNode value = root.path(field);
    return value.isObject() ? new JsonFile(name + ": " + field, value) : empty(name);
  }

  boolean has(String field) {
    return root.hasNonNull(field);
  }

  Iterator<String> fields() {
    return root.fieldNames();
  }

  int integer(String field) {
    return present(field, JsonNode::isInt, "a whole number").asInt();
  }

  int integer(String field, int otherwise) {
    return has(field) ? integer(field) : otherwise;
  }

  double number(String field) {
    return present(field, JsonNode::isNumber, "a number").asDouble();
  }

  double number(String field, double otherwise) {
    return has(field) ? number(field) : otherwise;
  }

  String text(String field) {
    return present(field, JsonNode::isTextual, "a text").asText();
  }

  String text(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  boolean bool(String field, boolean otherwise) {
    return has(field)
        ? present(field, JsonNode::isBoolean, "true or false").asBoolean()
        : otherwise;
  }

  int arrayLength(String field) {
    return present(field, JsonNode::isArray, "an array").size();
  }

  /** An array of texts. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : present(field, JsonNode::isArray, "an array of texts")) {
      if (!each.isTextual()) {
        throw refused(field, each, "an array of texts");
      }
      texts.add(each.asText());
    }
    return List.copyOf(texts);
  }

  /** A constant of an enum by its lower-case name. */
  <T extends Enum<T>> T constant(String field, Class<T> type, T otherwise) {
    String value = text(field, otherwise.name().toLowerCase(Locale.ROOT));
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

  ModelException refused(String field, Object value, String expected) {
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
