package dev.lukis.model.files;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads the path of a model's directory as people write it: absolute or relative, with {@code ~}
 * for the home directory, with a slash at the end, as a {@code file:} URL, or as a symbolic link.
 * Stateless.
 */
final class ModelPath {
  private static final String EXPECTED =
      " (expected: a directory, org/name of the Hub, or classpath:<folder>)";

  private ModelPath() {}

  /**
   * @return absolute, with its last element as written
   * @throws ModelException when there is no such directory
   */
  static Path resolve(String location) {
    Path path = path(location).toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      if (!Files.isReadable(path) || !Files.isExecutable(path)) {
        throw refused(location, "cannot be read");
      }
      return path;
    }
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw refused(location, "a link to nothing");
    }
    throw Files.exists(path) ? refused(location, "a file") : refused(location, "");
  }

  private static ModelException refused(String location, String found) {
    String value = found.isEmpty() ? location : location + ": " + found;
    return new ModelException("lukis.model: " + value + EXPECTED);
  }

  private static Path path(String location) {
    try {
      if (location.startsWith("file:")) {
        return Path.of(new URI(location.replace(" ", "%20")));
      }
      boolean home = location.equals("~") || location.startsWith("~/");
      return home
          ? Path.of(System.getProperty("user.home") + location.substring(1))
          : Path.of(location);
    } catch (InvalidPathException e) {
      throw new ModelException(
          "lukis.model: "
              + location
              + " (expected: a path in the character set of file names, "
              + fileNames()
              + "; start with LC_ALL=C.UTF-8)",
          e);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new ModelException(
          "lukis.model: " + location + " (expected: file:///absolute/path): " + e.getMessage(), e);
    }
  }

  private static String fileNames() {
    return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
  }
}
