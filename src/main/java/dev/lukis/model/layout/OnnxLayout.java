package dev.lukis.model.layout;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.onnx.FileGraphSource;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxSignature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** diffusers' ONNX layout, as Optimum exports it: each part has a {@code model.onnx}. */
record OnnxLayout(ModelDirectory directory) implements ModelLayout {
  private static final String GRAPH = "/model.onnx";

  /** Whether a directory has this layout. */
  static boolean fits(ModelDirectory directory) {
    return directory.has(DENOISER + GRAPH);
  }

  @Override
  public boolean has(String part) {
    return directory.has(part + GRAPH);
  }

  @Override
  public JsonObject config(String part) {
    String file = part + "/config.json";
    return part.equals(TINY_DECODER) ? directory.optionalJson(file) : directory.requiredJson(file);
  }

  @Override
  public GraphSource graph(String part) {
    return new FileGraphSource(part + GRAPH, directory.required(part + GRAPH));
  }

  @Override
  public int spatialFactor() {
    return 1 << (config(DECODER).arrayLength("block_out_channels") - 1);
  }

  // Only what is loaded: a checkpoint that lies beside the graphs costs no memory.
  @Override
  public long bytes(Collection<String> parts) {
    List<String> files = new ArrayList<>();
    for (String part : parts) {
      files.add(part + GRAPH);
      OnnxSignature.read(graph(part)).externalFiles().forEach(file -> files.add(part + "/" + file));
    }
    return directory.bytes(files);
  }

  @Override
  public ModelLayout with(List<LoraSource> sources, LoraFiles files) {
    if (!sources.isEmpty()) {
      throw new ModelException(
          "lukis.loras: "
              + sources.get(0).location()
              + " (expected: none, since "
              + directory.name()
              + " has ONNX graphs; LoRAs need a model with safetensors)");
    }
    return this;
  }

  @Override
  public boolean skipsLayers() {
    return false;
  }

  @Override
  public String weights() {
    return "packed";
  }
}
