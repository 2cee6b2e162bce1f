package dev.lukis.model.weights;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Reads which tensors a safetensors file holds. Only the header is read. The file has to keep every
 * rule of the format: the tensors lie one behind the other, without holes, overlaps or bytes behind
 * the last, and each has the bytes that its type and sizes need. Stateless.
 *
 * <p>Source: https://github.com/huggingface/safetensors, "Format".
 */
public final class SafetensorsReader {
  private static final long LARGEST_HEADER = 100_000_000;

  private SafetensorsReader() {}

  /**
   * @param name of the file in messages
   * @return the tensors in the order of their bytes
   * @throws ModelException when the file breaks a rule; the message is one line
   */
  public static List<StoredTensor> read(String name, Path path) {
    return file(name, path).tensors();
  }

  /**
   * Like {@link #read}, with the metadata.
   *
   * @throws ModelException when the file breaks a rule; the message is one line
   */
  public static SafetensorsFile file(String name, Path path) {
    try {
      Path real = path.toRealPath(); // ONNX Runtime refuses links that leave their folder
      try (FileChannel channel = FileChannel.open(real)) {
        return read(name, real, channel);
      }
    } catch (IOException e) {
      throw new ModelException(
          name + ": cannot be read (expected: a safetensors file): " + Printable.of("" + e), e);
    }
  }

  private static SafetensorsFile read(String name, Path real, FileChannel channel)
      throws IOException {
    long size = channel.size();
    long header = headerLength(name, channel, size);
    long first = Long.BYTES + header;
    InputStream in = new BoundedInput(Channels.newInputStream(channel), header);
    SafetensorsFile file = new SafetensorsHeader(name, real, first).read(in);
    List<StoredTensor> tensors =
        file.tensors().stream()
            .sorted(
                Comparator.comparingLong(StoredTensor::offset)
                    .thenComparingLong(StoredTensor::length))
            .toList();
    requireGapless(name, tensors, first, size);
    return new SafetensorsFile(tensors, file.metadata());
  }

  private static long headerLength(String name, FileChannel channel, long size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw refused(name, size + " bytes", "at least 8");
      }
    }
    long length = bytes.getLong(0);
    if (length < 0 || length > LARGEST_HEADER) {
      throw refused(
          name,
          "header of " + Long.toUnsignedString(length) + " bytes",
          "at most " + LARGEST_HEADER + "; is it a safetensors file?");
    }
    if (length > size - Long.BYTES) {
      throw refused(
          name,
          "header of " + length + " bytes in a file of " + size,
          "a file that is longer than its header; it may be cut off");
    }
    return length;
  }

  private static void requireGapless(
      String name, List<StoredTensor> tensors, long first, long size) {
    long end = first;
    for (StoredTensor tensor : tensors) {
      if (tensor.offset() != end) {
        throw refused(
            name,
            Printable.of(tensor.name()) + ": begins at byte " + (tensor.offset() - first),
            (end - first) + ", where the tensor before it ends");
      }
      end += tensor.length();
    }
    if (end != size) {
      throw refused(
          name,
          size + " bytes",
          end + ", the end of the last tensor" + (end > size ? "; it may be cut off" : ""));
    }
  }

  private static ModelException refused(String name, String value, String expected) {
    return new ModelException(name + ": " + value + " (expected: " + expected + ")");
  }
}
