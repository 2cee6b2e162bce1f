package dev.lukis.model.hub.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a snapshot, through links and without them. Stateless. */
public final class SnapshotFiles {
  private static final int BUFFER = 1 << 20;

  /** What is known of the bytes of a file. */
  public enum HashState {
    /** The bytes have the hash that the Hub told. */
    RIGHT,
    /** They have not. */
    WRONG,
    /** The cache does not know the hash: it is not made of links. */
    UNKNOWN
  }

  private SnapshotFiles() {}

  /**
   * Paths relative to the snapshot, with {@code /}. A link to nothing is not listed.
   *
   * @param snapshot a directory; it need not exist
   */
  public static List<String> list(Path snapshot) {
    if (!Files.isDirectory(snapshot)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(snapshot)) {
      return files.filter(Files::isRegularFile).map(file -> path(snapshot, file)).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  static String path(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The size of a file; -1 if it is not there. */
  public static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** The hash under which the cache keeps a file, if it is a link to a blob. */
  public static Optional<String> hash(Path file) {
    try {
      if (!Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
      return Optional.of(String.valueOf(Files.readSymbolicLink(file).getFileName()))
          .filter(BlobHash::isHash);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads a whole file, and compares it with the hash that the Hub told. */
  public static HashState verify(Path file) throws IOException {
    Optional<String> expected = hash(file);
    if (expected.isEmpty()) {
      return HashState.UNKNOWN;
    }
    BlobHash hash = new BlobHash(expected.get(), Files.size(file));
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        hash.update(buffer, read);
      }
    }
    return hash.matches() ? HashState.RIGHT : HashState.WRONG;
  }
}
