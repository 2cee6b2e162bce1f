package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.WeightMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole generations of pipelines that diffusers saved with safetensors, against what diffusers
 * paints with the same noise: {@code src/fixtures/pipelines.py} made both.
 */
class SavedPipelinesTest {
  private static final Path PIPELINES = ExpectedPictures.PIPELINES;

  private static DiffusionPipeline open(String name, WeightMode mode) {
    String folder = PIPELINES.resolve(name).toString();
    return new DiffusionPipeline(DiffusionModel.load(folder, ExecutionOptions.cpu(1).with(mode)));
  }

  private static List<ImageSpec> requests(String name) throws IOException {
    Path file = PIPELINES.resolve(name).resolve("expected.json");
    List<ImageSpec> requests = new ArrayList<>();
    for (JsonNode run : new ObjectMapper().readTree(file.toFile())) {
      requests.add(ExpectedPictures.request(run));
    }
    return requests;
  }

  private static void check(String name, WeightMode mode) throws IOException {
    try (DiffusionPipeline pipeline = open(name, mode)) {
      List<ImageSpec> requests = requests(name);
      for (int i = 0; i < requests.size(); i++) {
        Generation generation = pipeline.begin(requests.get(i), pipeline.encode(requests.get(i)));
        while (!generation.finished()) {
          pipeline.step(List.of(generation));
        }
        float[] pixels = pipeline.decode(List.of(generation)).get(0).data();
        ExpectedPictures.assertSame(
            pixels, ExpectedPictures.pixels(name, "run." + i), name + " " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "sd-turbo", "lcm", "sdxs", "sdxl", "unusual"})
  void aSavedPipelinePaintsWhatDiffusersPaints(String name) throws IOException {
    check(name, WeightMode.PACKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "sdxl"})
  void mappedWeightsPaintTheSame(String name) throws IOException {
    check(name, WeightMode.MAPPED);
  }

  @ParameterizedTest
  @CsvSource({"sd1, 3", "sdxl, 3"})
  void generationsAtDifferentTimestepsShareACall(String name, int count) throws IOException {
    try (DiffusionPipeline pipeline = open(name, WeightMode.AUTO)) {
      ImageSpec request = requests(name).get(0);
      assertThat(pipeline.mixesTimesteps()).isTrue();
      List<Generation> waiting = new ArrayList<>();
      List<Generation> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Generation generation = pipeline.begin(request, pipeline.encode(request));
        all.add(generation);
        waiting.add(generation);
        pipeline.step(waiting); // each is a step behind the one before it
        waiting.removeIf(Generation::finished);
      }
      while (!waiting.isEmpty()) {
        pipeline.step(waiting);
        waiting.removeIf(Generation::finished);
      }
      for (Generation generation : all) {
        float[] pixels = pipeline.decode(List.of(generation)).get(0).data();
        ExpectedPictures.assertSame(pixels, ExpectedPictures.pixels(name, "run.0"), name);
      }
    }
  }
}
