package dev.lukis.model.onnx;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A graph that was made in memory, with its weights in files.
 *
 * @param name as messages name it
 * @param model a serialised {@code ModelProto}
 * @param folder below which the weights' files lie
 * @param mapped whether weights are used where they lie
 * @param arithmetic its precision: FLOAT or FLOAT16
 * @param weights replaced ones, by the names of initializers; the files are not read for them
 */
@SuppressWarnings("ArrayRecordComponent")
public record MemoryGraphSource(
    String name,
    byte[] model,
    Path folder,
    boolean mapped,
    OnnxType arithmetic,
    Map<String, Weight> weights)
    implements GraphSource {
  @Override
  public InputStream open() {
    return new ByteArrayInputStream(model);
  }

  @Override
  public Optional<OnnxType> precision() {
    return Optional.of(arithmetic);
  }

  @Override
  public Optional<Path> weightsFolder() {
    return Optional.of(folder);
  }
}
