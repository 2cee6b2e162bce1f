package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.onnx.ExecutionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole generations of Stable Diffusion 1 with the noise schedulers that its repositories come
 * with, against what diffusers paints: {@code src/fixtures/pipelines.py}. The sides of some
 * pictures are an odd number of latents.
 */
class SamplersOfSavedPipelinesTest {
  private static final Path SD1 = ExpectedPictures.PIPELINES.resolve("sd1").toAbsolutePath();

  // As Python writes a bound of -Infinity.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

  @TempDir Path temporary;

  /** The pipeline with another scheduler's configuration, as diffusers saves it. */
  private DiffusionPipeline open(JsonNode scheduler) throws IOException {
    Path model = Files.createDirectory(temporary.resolve("model"));
    try (Stream<Path> parts = Files.list(SD1)) {
      for (Path part : parts.filter(it -> !it.endsWith("scheduler")).toList()) {
        Files.createSymbolicLink(model.resolve(part.getFileName()), part);
      }
    }
    Path file = Files.createDirectory(model.resolve("scheduler")).resolve("scheduler_config.json");
    MAPPER.writeValue(file.toFile(), scheduler);
    return new DiffusionPipeline(DiffusionModel.load(model.toString(), ExecutionOptions.cpu(1)));
  }

  private static void assertPainted(
      DiffusionPipeline pipeline, Generation generation, String sampler) {
    float[] pixels = pipeline.decode(List.of(generation)).get(0).data();
    ExpectedPictures.assertSame(pixels, ExpectedPictures.pixels("samplers", sampler), sampler);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pndm", "dpmpp-2m-karras", "deis", "unipc", "heun"})
  void aSamplerPaintsWhatDiffusersPaints(String sampler) throws IOException {
    JsonNode run = ExpectedPictures.runs("samplers").root().get(sampler);
    try (DiffusionPipeline pipeline = open(run.get("scheduler"))) {
      ImageSpec request = ExpectedPictures.request(run);
      Generation generation = pipeline.begin(request, pipeline.encode(request));
      while (!generation.finished()) {
        pipeline.step(List.of(generation));
      }
      assertPainted(pipeline, generation, sampler);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pndm", "dpmpp-2m-karras", "deis", "unipc", "heun"})
  void threeAtDifferentTimestepsShareACall(String sampler) throws IOException {
    JsonNode run = ExpectedPictures.runs("samplers").root().get(sampler);
    try (DiffusionPipeline pipeline = open(run.get("scheduler"))) {
      ImageSpec request = ExpectedPictures.request(run);
      List<Generation> all = new ArrayList<>();
      List<Generation> waiting = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Generation generation = pipeline.begin(request, pipeline.encode(request));
        all.add(generation);
        waiting.add(generation);
        pipeline.step(waiting); // each is a step behind the one before it
      }
      assertThat(all.get(0).stepIndex()).isGreaterThan(all.get(2).stepIndex());
      while (!waiting.isEmpty()) {
        pipeline.step(waiting);
        waiting.removeIf(Generation::finished);
      }
      all.forEach(generation -> assertPainted(pipeline, generation, sampler));
    }
  }
}
