package dev.lukis.model.checkpoint;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether a model's location is a checkpoint in a file. Stateless. */
public final class CheckpointFile {
  private static final String SCHEME = "file:";

  private CheckpointFile() {}

  /**
   * @param location as the setting has it
   * @return the file; empty where the location is no file, or of another kind by its name
   */
  public static Optional<Path> of(String location) {
    String lower = location.toLowerCase(Locale.ROOT);
    boolean weights =
        Stream.of(".safetensors", ".ckpt", ".pt", ".pth", ".bin", ".pkl").anyMatch(lower::endsWith);
    return weights ? path(location).filter(Files::isRegularFile) : Optional.empty();
  }

  private static Optional<Path> path(String location) {
    String plain =
        location.startsWith(SCHEME)
            ? location.substring(SCHEME.length()).replaceFirst("^//", "")
            : location;
    try {
      return Optional.of(
          plain.startsWith("~/")
              ? Path.of(System.getProperty("user.home") + plain.substring(1))
              : Path.of(plain));
    } catch (InvalidPathException e) {
      return Optional.empty(); // the check of directories tells what is wrong with it
    }
  }
}
