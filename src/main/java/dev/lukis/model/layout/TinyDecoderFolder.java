package dev.lukis.model.layout;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.graph.GraphOptions;
import dev.lukis.model.graph.NetworkGraph;
import dev.lukis.model.graph.TinyDecoder;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.MemoryGraphSource;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.WeightFiles;
import java.util.Map;

/**
 * A directory that holds nothing but an {@code AutoencoderTiny}, as {@code madebyollin/taesd} does.
 *
 * @param config its {@code config.json}
 * @param source its decoder
 * @param bytes of memory that its weights take
 */
record TinyDecoderFolder(JsonObject config, GraphSource source, long bytes) {
  private static final String ROOT = ".";

  /**
   * @throws ModelException when the directory does not hold one
   */
  static TinyDecoderFolder open(String location, ExecutionOptions execution) {
    try (ModelDirectory directory = ModelDirectory.open(location)) {
      JsonObject config = directory.requiredJson("config.json");
      String name = config.text("_class_name", "");
      if (!name.equals("AutoencoderTiny")) {
        throw config.refused("_class_name", name, "AutoencoderTiny");
      }
      boolean half = execution.device().onGpu();
      TensorTable table = WeightFiles.read(directory, ROOT, half);
      NetworkGraph network =
          TinyDecoder.graph(config, table, half ? GraphOptions.HALF : GraphOptions.SINGLE);
      return new TinyDecoderFolder(
          config, source(location, network, table, half), network.bytes(half));
    }
  }

  private static GraphSource source(
      String name, NetworkGraph network, TensorTable table, boolean half) {
    OnnxType precision = half ? OnnxType.FLOAT16 : OnnxType.FLOAT;
    return new MemoryGraphSource(name, network.model(), table.folder(), false, precision, Map.of());
  }
}
