package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole generations of every family against PyTorch, with tiny graphs of random weights: {@code
 * src/training/tiny_families.py} made both. The images are not square.
 */
class FamiliesTest {
  private static final Path FAMILIES = Path.of("src/test/resources/families");

  /** One expected generation, and the pipeline that is to make it. */
  private record Run(JsonNode expected, JsonNode run, DiffusionPipeline pipeline) {
    static List<Run> of(String family, DiffusionPipeline pipeline) throws IOException {
      String json = Files.readString(FAMILIES.resolve(family).resolve("expected.json"));
      JsonNode expected = new ObjectMapper().readTree(json);
      List<Run> runs = new ArrayList<>();
      expected.get("runs").forEach(run -> runs.add(new Run(expected, run, pipeline)));
      return runs;
    }

    Generation begin() {
      ImageSpec request =
          new ImageSpec(
              expected.get("prompt").asText(),
              run.get("negativePrompt").asText(),
              expected.get("seed").asLong(),
              expected.get("width").asInt(),
              expected.get("height").asInt(),
              expected.get("steps").asInt(),
              (float) expected.get("guidanceScale").asDouble());
      return pipeline.begin(request, pipeline.encode(request));
    }

    /** Half precision is compared with single, of the same weights. */
    void check(float tolerance) {
      Generation generation = begin();
      while (!generation.finished()) {
        pipeline.step(List.of(generation));
      }
      close(generation.predicted().data(), run.get("latents"), 1, tolerance);
      int stride = expected.get("pixelStride").asInt();
      Tensor pixels = pipeline.decode(List.of(generation)).get(0);
      assertThat(pixels.shape()).isEqualTo(Shape.of(3, 64, 96));
      close(pixels.data(), run.get("pixels"), stride, tolerance);
      if (run.has("tinyPixels")) {
        Tensor preview = pipeline.preview(List.of(generation)).get(0);
        close(preview.data(), run.get("tinyPixels"), stride, tolerance);
      }
    }

    private static void close(float[] actual, JsonNode expected, int stride, float tolerance) {
      assertThat((actual.length + stride - 1) / stride).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        float value = (float) expected.get(i).asDouble();
        assertThat(actual[i * stride])
            .as("value %d", i)
            .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
      }
    }
  }

  private static DiffusionPipeline open(String family) {
    return new DiffusionPipeline(DiffusionModel.load(FAMILIES.resolve(family).toString(), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd-turbo", "sd-guided", "sd-velocity", "lcm", "sdxl"})
  void aGenerationMatchesPyTorch(String family) throws IOException {
    try (DiffusionPipeline pipeline = open(family)) {
      for (Run run : Run.of(family, pipeline)) {
        run.check(1e-3f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "sd-half")
  // A half has eleven bits; the first noise level, 14.6, and guidance multiply what is lost.
  void halfPrecisionIsAsCloseAsItCanBe(String family) throws IOException {
    try (DiffusionPipeline pipeline = open(family)) {
      for (Run run : Run.of(family, pipeline)) {
        run.check(5e-2f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd-turbo", "sd-guided", "sd-velocity", "lcm", "sdxl"})
  void generationsShareACallWithoutAffectingEachOther(String family) throws IOException {
    try (DiffusionPipeline pipeline = open(family)) {
      Run run = Run.of(family, pipeline).get(0);
      Generation alone = run.begin();
      pipeline.step(List.of(alone));
      Generation first = run.begin();
      Generation second = run.begin();
      pipeline.step(List.of(first, second));
      for (int i = 0; i < alone.predicted().data().length; i++) {
        assertThat(first.predicted().data()[i])
            .isCloseTo(alone.predicted().data()[i], within(1e-4f));
        assertThat(second.predicted().data()[i])
            .isCloseTo(alone.predicted().data()[i], within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd-guided", "sd-velocity"})
  void whetherTimestepsMixIsReadFromTheGraph(String family) {
    try (DiffusionPipeline pipeline = open(family)) {
      assertThat(pipeline.mixesTimesteps()).isEqualTo(family.equals("sd-guided"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd-turbo", "sdxl", "lcm"})
  void aPreviewHasTheImagesSize(String family) throws IOException {
    try (DiffusionPipeline pipeline = open(family)) {
      Generation generation = Run.of(family, pipeline).get(0).begin();
      pipeline.step(List.of(generation));
      assertThat(pipeline.preview(List.of(generation)).get(0).shape())
          .isEqualTo(Shape.of(3, 64, 96));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd-turbo", "sdxl"})
  void aPromptThatIsCutIsKnown(String family) {
    try (DiffusionPipeline pipeline = open(family)) {
      assertThat(pipeline.read("a red balloon").cut()).isFalse();
      assertThat(pipeline.read("balloon ".repeat(80)).cut()).isTrue();
    }
  }
}
