package dev.lukis.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A graph in a file, with its weights inside or in files beside it.
 *
 * @param name as messages name it
 * @param path of the file
 */
public record FileGraphSource(String name, Path path) implements GraphSource {
  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }
}
