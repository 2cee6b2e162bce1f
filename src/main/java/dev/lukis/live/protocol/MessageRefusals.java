package dev.lukis.live.protocol;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.lukis.image.ImageFormat;
import dev.lukis.session.RefusedException;
import java.util.Map;

/**
 * Explains to a client what is wrong with its message: the field, the value found, shortened, and
 * what was expected. The parser's own messages are never used, because they quote the prompt.
 */
final class MessageRefusals {
  private static final int SHOWN = 60;
  private static final String TEXT = "a text";
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          String.class, TEXT,
          Boolean.class, "true or false",
          Boolean.TYPE, "true or false",
          Long.class, "a whole number",
          Long.TYPE, "a whole number",
          Integer.class, "a whole number of pixels",
          Float.class, "a number",
          ImageFormat.class, "jpeg, png or webp");

  private MessageRefusals() {}

  static RefusedException notJson() {
    return new RefusedException(
        "invalid-json", "message: not a JSON object (expected: one, such as {\"type\":\"stop\"})");
  }

  /**
   * @param message that could not be read
   * @param mismatch the first fault that was found in it
   */
  static RefusedException of(JsonNode message, MismatchedInputException mismatch) {
    if (mismatch instanceof InvalidTypeIdException) {
      return type(message.path("type"));
    }
    String field =
        mismatch.getPath().stream()
            .findFirst()
            .map(JsonMappingException.Reference::getFieldName)
            .orElse("message");
    JsonNode found = message.path(field);
    return invalidField(field, found, expected(mismatch.getTargetType(), found));
  }

  private static RefusedException type(JsonNode found) {
    if (!found.isTextual()) {
      return invalidField("type", found, TEXT);
    }
    return new RefusedException(
        "unknown-type",
        "type: "
            + shortened(found.textValue())
            + " (expected: prompt, commit, settings, ack or stop)");
  }

  private static String expected(Class<?> type, JsonNode found) {
    if (type == ImageFormat.class && !found.isTextual()) {
      return TEXT;
    }
    String expected = EXPECTED.getOrDefault(type, "another value");
    boolean tooLarge = found.canConvertToExactIntegral() && !found.canConvertToLong();
    return tooLarge && expected.equals(EXPECTED.get(Long.class))
        ? expected + " of at most 64 bits"
        : expected;
  }

  private static RefusedException invalidField(String field, JsonNode found, String expected) {
    String value = found.isMissingNode() ? "missing" : shortened(found.toString());
    return new RefusedException(
        "invalid-field", field + ": " + value + " (expected: " + expected + ")");
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
  }
}
