package dev.lukis.live.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.ImageSpec;
import dev.lukis.painting.PaintedImage;
import dev.lukis.session.Notice;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Writes messages to clients. Stateless. */
public final class MessageWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MessageWriter() {}

  public static String ready(String session, ReadyInfo.Ready ready) {
    Map<String, Object> message = message("ready");
    message.put("session", session);
    message.put("model", ready.info().model());
    message.put("limits", ready.info().limits());
    message.put("seed", ready.settings().seed());
    message.put("resume", Map.of("token", ready.token(), "withinMs", ready.within().toMillis()));
    ready.resumed().ifPresent(left -> message.put("resumed", resumed(left)));
    return json(message);
  }

  private static Map<String, Object> resumed(SessionState left) {
    Map<String, Object> resumed = new LinkedHashMap<>();
    resumed.put("revision", left.revision());
    resumed.put("text", left.text());
    resumed.put("settings", settings(left.settings()));
    return resumed;
  }

  // As a client would send them.
  private static Map<String, Object> settings(SessionSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seed", settings.seed());
    fields.put("width", settings.width());
    fields.put("height", settings.height());
    if (settings.guidanceScale() != null) {
      fields.put("guidanceScale", settings.guidanceScale());
    }
    fields.put("negativePrompt", settings.negativePrompt());
    fields.put("format", settings.format().name().toLowerCase(Locale.ROOT));
    fields.put("acks", settings.acks());
    return fields;
  }

  public static String queued(long revision, int position) {
    Map<String, Object> message = message("queued");
    message.put("revision", revision);
    message.put("position", position);
    return json(message);
  }

  public static String satisfied(long revision) {
    Map<String, Object> message = message("satisfied");
    message.put("revision", revision);
    return json(message);
  }

  public static String error(String code, String text, OptionalLong revision) {
    Map<String, Object> message = message("error");
    message.put("code", code);
    message.put("message", text);
    revision.ifPresent(value -> message.put("revision", value));
    return json(message);
  }

  public static String notice(Notice notice) {
    Map<String, Object> message = message("notice");
    message.put("code", notice.code());
    message.put("message", notice.message());
    message.put("revision", notice.revision());
    if (!notice.words().isEmpty()) {
      message.put("words", notice.words());
    }
    return json(message);
  }

  /** 4 bytes big-endian: the length of the header; the header, JSON in UTF-8; the image. */
  public static Buffer image(long number, PaintedImage image, long elapsedMillis) {
    byte[] header = bytes(header(number, image, elapsedMillis));
    return Buffer.buffer(Integer.BYTES + header.length + image.bytes().length)
        .appendInt(header.length)
        .appendBytes(header)
        .appendBytes(image.bytes());
  }

  private static Map<String, Object> header(long number, PaintedImage image, long elapsedMillis) {
    ImageHeader made = image.header();
    ImageSpec spec = made.request().image();
    Map<String, Object> header = message(made.preview() ? "preview" : "image");
    header.put("image", number);
    header.put("revision", made.revision());
    header.put("generation", made.generation());
    header.put("step", made.step());
    header.put("steps", made.steps());
    header.put("seed", spec.seed());
    header.put("width", spec.width());
    header.put("height", spec.height());
    header.put("mime", image.format().mime());
    header.put("final", made.settled());
    header.put("elapsedMs", elapsedMillis);
    return header;
  }

  private static Map<String, Object> message(String type) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    return message;
  }

  private static String json(Map<String, Object> message) {
    try {
      return MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written", e);
    }
  }

  private static byte[] bytes(Map<String, Object> message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a header could not be written", e);
    }
  }
}
