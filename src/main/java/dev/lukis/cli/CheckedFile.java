package dev.lukis.cli;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.HubCache;
import dev.lukis.model.hub.cache.SnapshotFiles;
import dev.lukis.model.hub.cache.SnapshotFiles.HashState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the model and what is known of its bytes.
 *
 * @param path within the model's directory, or as the file was named
 * @param bytes of the file
 * @param hash {@code sha256 right} or {@code git sha1 right} if the bytes were read and have the
 *     hash that the Hub told; {@code unknown} if the cache keeps no hash; {@code not from the Hub}
 */
record CheckedFile(String path, long bytes, String hash) {
  private static final int SHA256_LENGTH = 64;

  /**
   * Reads all files of a model or a part, and compares those of the Hub with their hashes.
   *
   * @param location a directory, a file, or a folder of the class path, which has no files
   * @throws ModelException when a file does not have its hash
   */
  static List<CheckedFile> all(String location) throws IOException {
    if (location.startsWith("classpath:")) {
      return List.of();
    }
    Path place = Path.of(location);
    if (!Files.isDirectory(place)) {
      return Files.isRegularFile(place) ? List.of(of(place, location)) : List.of();
    }
    // Through a link to the directory itself, but not through those of the cache to blobs.
    Path root = place.toRealPath();
    List<CheckedFile> files = new ArrayList<>();
    for (String each : SnapshotFiles.list(root)) {
      files.add(of(root.resolve(each), each));
    }
    return files;
  }

  private static CheckedFile of(Path file, String name) throws IOException {
    String hash = "not from the Hub";
    if (HubCache.repositoryOf(file).isPresent()) {
      hash = verified(file, name);
    }
    return new CheckedFile(name, Files.size(file), hash);
  }

  private static String verified(Path file, String name) throws IOException {
    HashState state = SnapshotFiles.verify(file);
    if (state == HashState.UNKNOWN) {
      return "unknown";
    }
    String expected = SnapshotFiles.hash(file).orElse("");
    String kind = expected.length() == SHA256_LENGTH ? "sha256" : "git sha1";
    if (state == HashState.WRONG) {
      throw new ModelException(
          name
              + ": its bytes have changed (expected: "
              + kind
              + " "
              + expected
              + "; delete "
              + file.toRealPath()
              + ", then pull again)");
    }
    return kind + " right";
  }
}
