package dev.lukis.live.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lukis.image.ImageFormat;
import dev.lukis.session.SettingsChange;

/**
 * Jackson as {@code lukis.v1} needs it: strict about JSON and about the types of fields; fields
 * that it does not know are ignored.
 */
final class MessageMapper {
  private static final int MAX_NESTING = 8;
  private static final int MAX_DIGITS = 32;

  /** Configured once and shared. Thread-safe. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(strictJson())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(StrictScalars.module())
          .addMixIn(ImageFormat.class, FormatMixIn.class)
          .addMixIn(SettingsChange.class, SettingsMixIn.class)
          .build();

  private MessageMapper() {}

  private static JsonFactory strictJson() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxNumberLength(MAX_DIGITS)
                .build())
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
        .build();
  }

  /** Formats are written in lower case. */
  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  private interface FormatMixIn {}

  /** In resumed sessions, settings are written as a client would send them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "seed",
    "width",
    "height",
    "guidanceScale",
    "negativePrompt",
    "format",
    "acks"
  })
  private interface SettingsMixIn {}
}
