package dev.lukis.live.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.lukis.painting.PaintedImage;
import io.vertx.core.buffer.Buffer;

/** Writes messages to clients. Stateless. */
public final class MessageWriter {
  private static final ObjectWriter WRITER = MessageMapper.MAPPER.writer();

  private MessageWriter() {}

  /** The message as JSON. */
  public static String text(ServerMessage message) {
    try {
      return WRITER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written", e);
    }
  }

  /** 4 bytes big-endian: the length of the header; the header, JSON in UTF-8; the image. */
  public static Buffer image(long number, PaintedImage image, long elapsedMillis) {
    byte[] header = bytes(ServerMessage.ImageHeader.of(number, image, elapsedMillis));
    return Buffer.buffer(Integer.BYTES + header.length + image.bytes().length)
        .appendInt(header.length)
        .appendBytes(header)
        .appendBytes(image.bytes());
  }

  private static byte[] bytes(ServerMessage.ImageHeader header) {
    try {
      return WRITER.writeValueAsBytes(header);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a header could not be written", e);
    }
  }
}
