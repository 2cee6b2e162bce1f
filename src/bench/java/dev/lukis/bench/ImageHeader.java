package dev.lukis.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What an image says of itself.
 *
 * @param number rises by 1 from image to image
 * @param revision the edit that it shows
 * @param last whether it is the best there will be of its revision
 */
public record ImageHeader(long number, long revision, boolean last) {
  /** Reads the header of a binary message of {@code lukis.v1}. */
  public static ImageHeader of(Buffer message) {
    int length = message.getInt(0);
    JsonObject header = new JsonObject(message.getBuffer(Integer.BYTES, Integer.BYTES + length));
    return new ImageHeader(
        header.getLong("image"), header.getLong("revision"), header.getBoolean("final"));
  }
}
