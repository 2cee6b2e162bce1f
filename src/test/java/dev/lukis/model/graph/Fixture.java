package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.TensorValues;
import dev.lukis.model.weights.WeightFiles;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.nio.file.Path;

/**
 * A pipeline that diffusers saved, and what PyTorch computes with it: {@code
 * src/fixtures/pipelines.py}.
 */
record Fixture(ModelDirectory directory, TensorTable expected) {
  private static final Path PIPELINES = Path.of("src/test/resources/pipelines");

  static Fixture of(String name) {
    Path folder = PIPELINES.resolve(name);
    Path expected = folder.resolve("expected.safetensors");
    return new Fixture(
        ModelDirectory.open(folder.toString()),
        new TensorTable("expected", SafetensorsReader.read("expected", expected)));
  }

  JsonObject config(String network) {
    return directory.requiredJson(network + "/config.json");
  }

  TensorTable weights(String network) {
    return WeightFiles.read(directory, network, false);
  }

  boolean has(String name) {
    return expected.contains(name);
  }

  Tensor tensor(String name) {
    StoredTensor stored = expected.get(name);
    int[] sizes = stored.sizes().stream().mapToInt(Math::toIntExact).toArray();
    return new Tensor(Shape.of(sizes), TensorValues.floats(stored));
  }
}
