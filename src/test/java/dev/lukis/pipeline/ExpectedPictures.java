package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.TensorValues;
import java.nio.file.Path;

/** What diffusers painted, as {@code src/fixtures/pipelines.py} has written it. */
final class ExpectedPictures {
  static final Path PIPELINES = Path.of("src/test/resources/pipelines");

  /** Of pixels from 0 to 1. */
  private static final double TOLERANCE = 0.004;

  private ExpectedPictures() {}

  /** How a picture was asked for. */
  static ImageSpec request(JsonNode run) {
    return new ImageSpec(
        run.get("prompt").asText(),
        run.get("negativePrompt").asText(),
        run.get("seed").asLong(),
        run.get("width").asInt(),
        run.get("height").asInt(),
        run.get("steps").asInt(),
        (float) run.get("guidanceScale").asDouble());
  }

  /** All runs of a folder by name. */
  static JsonObject runs(String folder) {
    return JsonObject.read(folder, PIPELINES.resolve(folder).resolve("expected.json"));
  }

  static float[] pixels(String folder, String run) {
    Path file = PIPELINES.resolve(folder).resolve("expected.safetensors");
    TensorTable table = new TensorTable(folder, SafetensorsReader.read("expected", file));
    return TensorValues.floats(table.get(run + ".pixels"));
  }

  static void assertSame(float[] actual, float[] expected, String name) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(level(actual[i]) - level(expected[i])));
    }
    assertThat(largest).as(name).isLessThan(TOLERANCE);
  }

  /** From -1 to 1 to what an image shows, 0 to 1. */
  private static double level(float pixel) {
    return Math.min(1, Math.max(0, pixel / 2 + 0.5));
  }
}
