package dev.lukis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the training program's painter answers: {@code src/training/painting/golden_painting.py}.
 */
public final class PaintingGolden {
  private final JsonNode golden;

  public PaintingGolden() {
    try {
      golden = new ObjectMapper().readTree(new File("src/test/resources/goldens/painting.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The input of a name: sin(wave * i). */
  public Tensor input(String name, int... sizes) {
    double wave = golden.get("waves").get(name).asDouble();
    Shape shape = Shape.of(sizes);
    float[] values = new float[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(wave * i);
    }
    return new Tensor(shape, values);
  }

  public float timestep(int row) {
    return (float) golden.get("timesteps").get(row).asDouble();
  }

  public String style() {
    return golden.get("style").asText();
  }

  public void assertAnswer(String name, Tensor answer, float tolerance) {
    JsonNode expected = golden.get(name);
    assertThat(answer.shape().axes()).isEqualTo(expected.get("shape").size());
    for (int axis = 0; axis < answer.shape().axes(); axis++) {
      assertThat(answer.shape().size(axis)).isEqualTo(expected.get("shape").get(axis).asInt());
    }
    for (int i = 0; i < expected.get("first").size(); i++) {
      assertThat(answer.data()[i])
          .as("%s, value %d", name, i)
          .isCloseTo((float) expected.get("first").get(i).asDouble(), within(tolerance));
    }
    double sum = 0;
    for (float value : answer.data()) {
      sum += value;
    }
    assertThat(sum / answer.data().length)
        .as("%s, mean", name)
        .isCloseTo(expected.get("mean").asDouble(), within((double) tolerance));
  }
}
