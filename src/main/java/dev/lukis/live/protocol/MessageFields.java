package dev.lukis.live.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.session.RefusedException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The fields of a client's message. A field of the wrong type is refused by its name. */
record MessageFields(JsonNode root) {
  private static final int SHOWN = 60;

  String text(String field) {
    return required(field, optionalText(field), "a text");
  }

  long whole(String field) {
    return required(field, optionalWhole(field), "a whole number");
  }

  boolean bool(String field, boolean defaultValue) {
    return optionalBool(field).orElse(defaultValue);
  }

  Optional<String> optionalText(String field) {
    return optional(field, JsonNode::isTextual, JsonNode::asText, "a text");
  }

  Optional<Long> optionalWhole(String field) {
    return optional(field, JsonNode::canConvertToExactIntegral, JsonNode::asLong, "a whole number")
        .filter(value -> fitsLong(field));
  }

  Optional<Integer> optionalInteger(String field) {
    return optional(field, JsonNode::isInt, JsonNode::asInt, "a whole number of pixels");
  }

  Optional<Float> optionalNumber(String field) {
    return optional(field, JsonNode::isNumber, JsonNode::floatValue, "a number");
  }

  Optional<Boolean> optionalBool(String field) {
    return optional(field, JsonNode::isBoolean, JsonNode::asBoolean, "true or false");
  }

  private boolean fitsLong(String field) {
    if (!root.path(field).canConvertToLong()) {
      throw refused(field, "a whole number of at most 64 bits");
    }
    return true;
  }

  private <T> Optional<T> optional(
      String field, Predicate<JsonNode> valid, Function<JsonNode, T> read, String expected) {
    JsonNode value = root.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!valid.test(value)) {
      throw refused(field, expected);
    }
    return Optional.of(read.apply(value));
  }

  private <T> T required(String field, Optional<T> value, String expected) {
    return value.orElseThrow(() -> refused(field, expected));
  }

  RefusedException refused(String field, String expected) {
    JsonNode value = root.path(field);
    String found = value.isMissingNode() ? "missing" : shortened(value.toString());
    return new RefusedException(
        "invalid-field", field + ": " + found + " (expected: " + expected + ")");
  }

  static String shortened(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
  }
}
