package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.BlobHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * The bytes of a blob as they arrive, on disk and in its hash. Never takes more than the expected
 * size. A failure of the disk is a {@link ModelException}; one of the network stays an {@link
 * IOException}. For one thread.
 */
final class BlobFile implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final Path path;
  private final FileChannel channel;
  private final BlobHash hash;
  private final long size;
  private final byte[] buffer = new byte[BUFFER];

  // Mutable state
  private long length;

  private BlobFile(Path path, FileChannel channel, BlobHash hash, long size) {
    this.path = path;
    this.channel = channel;
    this.hash = hash;
    this.size = size;
  }

  /** Opens a file and hashes what it has; one that is too long begins anew. */
  static BlobFile open(Path path, BlobHash hash, long size) {
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      BlobFile file = new BlobFile(path, channel, hash, size);
      file.readBack();
      return file;
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private void readBack() throws IOException {
    if (channel.size() > size) {
      channel.truncate(0);
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffer);
    for (int read = channel.read(bytes); read >= 0; read = channel.read(bytes.clear())) {
      hash.update(buffer, read);
      length += read;
    }
  }

  long length() {
    return length;
  }

  boolean isWhole() {
    return length == size;
  }

  boolean hashMatches() {
    return hash.matches();
  }

  void restart() {
    try {
      channel.truncate(0);
      channel.position(0);
    } catch (IOException e) {
      throw unusable(path, e);
    }
    hash.reset();
    length = 0;
  }

  /**
   * Takes bytes until the stream ends.
   *
   * @param done hears the new length after each part
   * @throws IOException when the stream fails or has more bytes than the file may have
   */
  void append(InputStream in, LongConsumer done) throws IOException {
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (read > size - length) {
        restart();
        throw new IOException("more than the " + size + " bytes that were announced");
      }
      write(read);
      done.accept(length);
    }
  }

  private void write(int count) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw unusable(path, e);
    }
    hash.update(buffer, count);
    length += count;
  }

  static ModelException unusable(Path path, IOException failure) {
    return new ModelException(
        path
            + ": cannot be written (expected: a writable folder with enough space; HF_HOME or"
            + " HF_HUB_CACHE name another): "
            + failure.getMessage(),
        failure);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }
}
