package dev.lukis.model.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.FileGraphSource;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says of an image how likely each label of a classifier is. The directory is what Optimum exports
 * of an image classifier: {@code model.onnx} with the input {@code pixel_values}, {@code
 * config.json} with {@code id2label}, {@code preprocessor_config.json} with {@code size}, {@code
 * image_mean} and {@code image_std}. Thread-safe. Owns its graph; {@link #close()} frees it.
 */
public final class ImageClassifier implements AutoCloseable {
  private static final String INPUT = "pixel_values";
  private static final int CHANNELS = 3;
  private static final int SIZE = 224;

  private final OnnxGraph graph;
  private final Map<Integer, String> labels;
  private final int size;
  private final float[] mean;
  private final float[] deviation;

  private ImageClassifier(
      OnnxGraph graph, Map<Integer, String> labels, int size, float[] mean, float[] deviation) {
    this.graph = graph;
    this.labels = labels;
    this.size = size;
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * @throws ModelException when a file is missing or does not fit
   */
  public static ImageClassifier load(Path directory) {
    Map<Integer, String> labels = labels(json(directory, "config.json"));
    JsonNode input = json(directory, "preprocessor_config.json").root();
    JsonNode size = input.path("size");
    return new ImageClassifier(
        graph(required(directory, "model.onnx")),
        labels,
        size.isObject() ? size.path("height").asInt(SIZE) : size.asInt(SIZE),
        channels(input.path("image_mean"), 0.5f),
        channels(input.path("image_std"), 0.5f));
  }

  private static JsonObject json(Path directory, String file) {
    return JsonObject.read(directory + "/" + file, required(directory, file));
  }

  private static Path required(Path directory, String file) {
    Path path = directory.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new ModelException(
          directory + ": " + file + " is missing (expected: an image classifier in ONNX)");
    }
    return path;
  }

  private static Map<Integer, String> labels(JsonObject config) {
    Map<Integer, String> labels = new TreeMap<>();
    config
        .object("id2label")
        .root()
        .fields()
        .forEachRemaining(
            each -> labels.put(Integer.valueOf(each.getKey()), each.getValue().asText()));
    if (labels.isEmpty()) {
      throw new ModelException(config.name() + ": id2label: missing (expected: labels by number)");
    }
    return labels;
  }

  private static float[] channels(JsonNode values, float defaultValue) {
    float[] channels = new float[CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      channels[i] = (float) values.path(i).asDouble(defaultValue);
    }
    return channels;
  }

  // One thread: it runs where images are encoded, beside the denoiser.
  private static OnnxGraph graph(Path file) {
    GraphSource source = new FileGraphSource(file.toString(), file);
    OnnxSignature signature = OnnxSignature.read(source);
    signature.requireInputs(Set.of(INPUT), Set.of());
    signature.requireInput(INPUT, OnnxSignature.FLOATS, 4);
    return OnnxGraph.load(source, signature, ExecutionOptions.cpu(1));
  }

  /** The labels it knows. */
  public Iterable<String> labels() {
    return labels.values();
  }

  /**
   * How likely each label is; together they are 1.
   *
   * @param pixels [3, height, width], red, green and blue in [-1, 1]
   * @throws dev.lukis.model.onnx.NonFiniteOutputException when the graph returns NaN or Infinity
   */
  public Map<String, Float> classify(Tensor pixels) {
    // Several threads classify at once, so each call has an input of its own.
    InputBuffer input = new InputBuffer(graph.signature(), INPUT);
    Tensor logits = graph.run(input.floats(prepared(pixels), 1, CHANNELS, size, size));
    return probabilities(logits.row(0).data());
  }

  // [3, size, size], normalised as the classifier was trained.
  private float[] prepared(Tensor pixels) {
    int height = pixels.shape().size(1);
    int width = pixels.shape().size(2);
    float[] to = new float[CHANNELS * size * size];
    int at = 0;
    for (int c = 0; c < CHANNELS; c++) {
      int from = c * height * width;
      float[] plane = Arrays.copyOfRange(pixels.data(), from, from + height * width);
      for (float value : BilinearScaling.scale(plane, height, width, size, size)) {
        float clamped = Math.min(Math.max(value, -1), 1);
        to[at++] = ((clamped + 1) / 2 - mean[c]) / deviation[c];
      }
    }
    return to;
  }

  private Map<String, Float> probabilities(float[] logits) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - highest);
    }
    Map<String, Float> likely = new LinkedHashMap<>();
    for (int i = 0; i < logits.length; i++) {
      likely.put(
          labels.getOrDefault(i, "label " + i), (float) (Math.exp(logits[i] - highest) / sum));
    }
    return likely;
  }

  @Override
  public void close() {
    graph.close();
  }
}
