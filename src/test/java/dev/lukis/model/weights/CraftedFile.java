package dev.lukis.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes safetensors files by hand, right and wrong ones. Stateless. */
final class CraftedFile {
  private CraftedFile() {}

  static Path write(Path path, String header, int data) throws IOException {
    return write(path, header.getBytes(StandardCharsets.UTF_8), new byte[data]);
  }

  static Path write(Path path, byte[] header, byte[] data) throws IOException {
    return write(path, header.length, header, data);
  }

  /**
   * @param length that the file claims its header to have
   */
  static Path write(Path path, long length, byte[] header, byte[] data) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + header.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(header)
            .put(data);
    return Files.write(path, bytes.array());
  }

  /** An entry of F32 with one axis. */
  static String entry(String name, int size, int begin, int end) {
    return "\""
        + name
        + "\":{\"dtype\":\"F32\",\"shape\":["
        + size
        + "],\"data_offsets\":["
        + begin
        + ","
        + end
        + "]}";
  }
}
