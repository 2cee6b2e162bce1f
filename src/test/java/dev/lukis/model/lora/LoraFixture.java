package dev.lukis.model.lora;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.Layouts;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.WeightMode;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.TensorValues;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pipeline, LoRAs of it, and what PyTorch computes with both: {@code src/fixtures/loras.py}.
 *
 * @param name of the pipeline
 * @param mode how its weights are held
 */
record LoraFixture(String name, WeightMode mode) {
  private static final Path RESOURCES = Path.of("src/test/resources");

  Path file(String lora) {
    return RESOURCES.resolve("loras").resolve(name).resolve(lora);
  }

  ModelLayout layout() {
    String folder = RESOURCES.resolve("pipelines").resolve(name).toString();
    return Layouts.of(
        ModelDirectory.open(folder),
        Optional.empty(),
        Optional.empty(),
        ExecutionOptions.cpu(1).with(mode),
        HiddenStates.LAST);
  }

  /**
   * @param loras written as {@code FILE@WEIGHT}, several joined by a plus
   */
  ModelLayout layout(String loras) {
    List<LoraSource> sources =
        Stream.of(loras.split("\\+"))
            .map(lora -> lora.split("@"))
            .map(it -> new LoraSource(file(it[0]).toString(), Double.parseDouble(it[1])))
            .toList();
    return layout().with(sources, LoraFiles.LOCAL);
  }

  private static TensorTable table(Path file) {
    return new TensorTable("expected", SafetensorsReader.read("expected", file));
  }

  /** What PyTorch computes. */
  Tensor expected(String what) {
    return tensor(table(file("expected.safetensors")).get(what));
  }

  private Tensor input(String what) {
    Path file = RESOURCES.resolve("pipelines").resolve(name).resolve("expected.safetensors");
    return tensor(table(file).get(what));
  }

  private static Tensor tensor(StoredTensor stored) {
    int[] sizes = stored.sizes().stream().mapToInt(Math::toIntExact).toArray();
    return new Tensor(Shape.of(sizes), TensorValues.floats(stored));
  }

  /** What a network's graph computes for the pipeline's own inputs. */
  Tensor computed(ModelLayout layout, String part) {
    GraphSource source = layout.graph(part);
    OnnxSignature signature = OnnxSignature.read(source);
    try (OnnxGraph graph = OnnxGraph.load(source, signature, ExecutionOptions.cpu(1))) {
      InputBuffer[] inputs =
          signature.inputs().keySet().stream()
              .map(input -> new InputBuffer(signature, input).set(input(part, input)))
              .toArray(InputBuffer[]::new);
      return graph.run(inputs);
    }
  }

  // Text encoders read the first of the pipeline's prompts.
  private Tensor input(String part, String input) {
    if (part.equals(ModelLayout.DENOISER)) {
      return input("unet.0." + input);
    }
    Tensor ids = input(part + "." + input);
    int length = ids.shape().size(1);
    return new Tensor(Shape.of(1, length), java.util.Arrays.copyOf(ids.data(), length));
  }
}
