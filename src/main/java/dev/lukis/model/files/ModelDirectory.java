package dev.lukis.model.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of a model, in diffusers' own layout or in its ONNX layout. A model on the class path
 * is unpacked into a temporary folder, which {@link #close()} deletes; a directory is used in
 * place.
 */
public final class ModelDirectory implements AutoCloseable {
  static final String CLASSPATH = "classpath:";

  /** What a packed model may consist of; class path folders cannot be listed portably. */
  private static final List<String> PACKED_FILES =
      List.of(
          "model_index.json",
          "lukis.json",
          "vocabulary.json",
          "tokenizer/tokenizer.json",
          "tokenizer/tokenizer_config.json",
          "text_encoder/config.json",
          "text_encoder/model.onnx",
          "unet/config.json",
          "unet/model.onnx",
          "vae_decoder/config.json",
          "vae/config.json",
          "text_encoder_2/config.json",
          "tokenizer_2/tokenizer_config.json",
          "vae_decoder/model.onnx",
          "scheduler/scheduler_config.json",
          "sketch/config.json",
          "sketch/encoder.bin",
          "sketch/drawings.bin",
          "sketch/drawings.json");

  private final String location;
  private final Path root;
  private final boolean unpacked;

  private ModelDirectory(String location, Path root, boolean unpacked) {
    this.location = location;
    this.root = root;
    this.unpacked = unpacked;
  }

  /**
   * @param location a directory, or {@code classpath:} and a folder of the class path
   * @throws ModelException when there is no such model
   */
  public static ModelDirectory open(String location) {
    if (location.startsWith(CLASSPATH)) {
      return unpack(location, location.substring(CLASSPATH.length()));
    }
    return new ModelDirectory(location, ModelPath.resolve(location), false);
  }

  /**
   * The configuration of a model whose weights lie elsewhere.
   *
   * @param location of the model, for messages
   * @param folder of the class path
   */
  public static ModelDirectory configuration(String location, String folder) {
    return unpack(location, folder);
  }

  private static ModelDirectory unpack(String location, String folder) {
    try {
      Path root = Files.createTempDirectory(TemporaryFolder.ofThisProcess(), "model-");
      var directory = new ModelDirectory(location, root, true);
      for (String file : PACKED_FILES) {
        copy(folder + "/" + file, root.resolve(file));
      }
      return directory;
    } catch (IOException e) {
      throw TemporaryFolder.unusable(e);
    }
  }

  private static void copy(String resource, Path target) throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in != null) {
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
      }
    }
  }

  /** The name of the model where its configuration gives none: its last path element. */
  public String name() {
    if (unpacked) {
      return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1);
    }
    return String.valueOf(root.getFileName());
  }

  /**
   * @throws ModelException when the model lacks the file
   */
  public Path required(String file) {
    Path path = root.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new ModelException(
          location
              + ": "
              + file
              + " is missing (expected: diffusers' ONNX layout, as Optimum exports it, or its own"
              + " layout with safetensors)");
    }
    if (!Files.isReadable(path)) {
      throw new ModelException(
          location + ": " + file + ": cannot be read (expected: a file that this user may read)");
    }
    return path;
  }

  public boolean has(String file) {
    return Files.isRegularFile(root.resolve(file));
  }

  public JsonObject requiredJson(String file) {
    return JsonObject.read(location + "/" + file, required(file));
  }

  public JsonObject optionalJson(String file) {
    Path path = root.resolve(file);
    return Files.isRegularFile(path) ? requiredJson(file) : JsonObject.empty(location + "/" + file);
  }

  /**
   * How much files take on disk, each counted once; files that are not there count nothing.
   *
   * @param files by their place within the model; links are followed
   */
  public long bytes(Collection<String> files) {
    Map<Path, Long> sizes = new HashMap<>();
    for (String file : files) {
      try {
        Path path = root.resolve(file).toRealPath();
        sizes.put(path, Files.size(path));
      } catch (IOException | InvalidPathException e) {
        // The graph that names it cannot be loaded, and says so.
      }
    }
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    if (!unpacked) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + root, e);
    }
  }
}
