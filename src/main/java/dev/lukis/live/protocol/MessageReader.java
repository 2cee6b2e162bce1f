package dev.lukis.live.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lukis.image.ImageFormat;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SettingsChange;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses messages of clients. Unknown fields are ignored. Stateless. */
public final class MessageReader {
  private static final int MAX_NESTING = 8;
  private static final int MAX_DIGITS = 32;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxNumberLength(MAX_DIGITS)
                          .build())
                  .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MessageReader() {}

  /**
   * @throws RefusedException when it is no message of the protocol
   */
  public static ClientMessage read(String json) {
    MessageFields fields = new MessageFields(parse(json));
    String type = fields.text("type");
    return switch (type) {
      case "prompt" ->
          new ClientMessage.Prompt(
              fields.whole("revision"), fields.text("text"), fields.bool("composing", false));
      case "commit" -> new ClientMessage.Commit(fields.whole("revision"));
      case "settings" -> new ClientMessage.Settings(settings(fields));
      case "ack" -> new ClientMessage.Ack(fields.whole("image"));
      case "stop" -> new ClientMessage.Stop();
      default ->
          throw new RefusedException(
              "unknown-type",
              "type: "
                  + MessageFields.shortened(type)
                  + " (expected: prompt, commit, settings, ack or stop)");
    };
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      // The parser's message would quote the prompt.
    }
    throw new RefusedException(
        "invalid-json", "message: not a JSON object (expected: one, such as {\"type\":\"stop\"})");
  }

  private static SettingsChange settings(MessageFields fields) {
    return new SettingsChange(
        fields.optionalWhole("seed").orElse(null),
        fields.optionalInteger("width").orElse(null),
        fields.optionalInteger("height").orElse(null),
        fields.optionalNumber("guidanceScale").orElse(null),
        fields.optionalText("negativePrompt").orElse(null),
        fields.optionalText("format").map(name -> format(fields, name)).orElse(null),
        fields.optionalBool("acks").orElse(null));
  }

  private static ImageFormat format(MessageFields fields, String name) {
    Optional<ImageFormat> found =
        Stream.of(ImageFormat.values())
            .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    return found.orElseThrow(() -> fields.refused("format", "jpeg, png or webp"));
  }
}
