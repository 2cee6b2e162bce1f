package dev.lukis.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One recorded run of a diffusers scheduler. */
public record GoldenCase(JsonNode json) {

  public static Stream<GoldenCase> of(String schedulerClass) throws IOException {
    return all().filter(each -> each.json.get("schedulerClass").asText().equals(schedulerClass));
  }

  public static Stream<GoldenCase> all() throws IOException {
    try (InputStream in = GoldenCase.class.getResourceAsStream("/goldens/schedulers.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(root.get("cases").spliterator(), false)
          .map(GoldenCase::new)
          .toList()
          .stream();
    }
  }

  public JsonNode config() {
    return json.get("config");
  }

  public int numInferenceSteps() {
    return json.get("numInferenceSteps").asInt();
  }

  float[] floats(String name) {
    return floats(json.get(name));
  }

  float[] floats(int step, String name) {
    return floats(json.get("steps").get(step).get(name));
  }

  Tensor tensor(int step, String name) {
    return Tensor.of(Shape.of(1, 2, 2, 2), floats(step, name));
  }

  /** Whether the second output is not the clean sample but one between steps. */
  boolean isTcd() {
    return json.get("schedulerClass").asText().equals("TCDScheduler");
  }

  boolean has(int step, String name) {
    return json.get("steps").get(step).has(name);
  }

  static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  @Override
  public String toString() {
    return json.get("name").asText();
  }
}
