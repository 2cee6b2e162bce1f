package dev.lukis.model.classifier;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.OnnxEngine;
import dev.lukis.tensor.Tensor;
import java.nio.FloatBuffer;
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

  private final OrtSession session;
  private final Map<Integer, String> labels;
  private final int size;
  private final float[] mean;
  private final float[] deviation;

  private ImageClassifier(
      OrtSession session, Map<Integer, String> labels, int size, float[] mean, float[] deviation) {
    this.session = session;
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
        session(required(directory, "model.onnx")),
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
  private static OrtSession session(Path file) {
    OnnxEngine.start();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
      Set<String> inputs = session.getInputNames();
      if (!inputs.contains(INPUT)) {
        session.close();
        throw new ModelException(file + ": inputs: " + inputs + " (expected: " + INPUT + ")");
      }
      return session;
    } catch (OrtException e) {
      throw new ModelException(file + ": cannot be loaded (expected: an ONNX graph)", e);
    }
  }

  /** The labels it knows. */
  public Iterable<String> labels() {
    return labels.values();
  }

  /**
   * How likely each label is; together they are 1.
   *
   * @param pixels [3, height, width], red, green and blue in [-1, 1]
   */
  public Map<String, Float> classify(Tensor pixels) {
    long[] shape = {1, CHANNELS, size, size};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, prepared(pixels), shape);
        OrtSession.Result result = session.run(Map.of(INPUT, input))) {
      float[][] logits = (float[][]) result.get(0).getValue();
      return probabilities(logits[0]);
    } catch (OrtException e) {
      throw new ModelException("an image could not be classified", e);
    }
  }

  // [3, size, size], normalised as the classifier was trained.
  private FloatBuffer prepared(Tensor pixels) {
    int height = pixels.shape().size(1);
    int width = pixels.shape().size(2);
    FloatBuffer to = FloatBuffer.allocate(CHANNELS * size * size);
    for (int c = 0; c < CHANNELS; c++) {
      int from = c * height * width;
      float[] plane = Arrays.copyOfRange(pixels.data(), from, from + height * width);
      for (float value : BilinearScaling.scale(plane, height, width, size, size)) {
        float clamped = Math.min(Math.max(value, -1), 1);
        to.put(((clamped + 1) / 2 - mean[c]) / deviation[c]);
      }
    }
    return to.flip();
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
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("a classifier could not be freed", e);
    }
  }
}
