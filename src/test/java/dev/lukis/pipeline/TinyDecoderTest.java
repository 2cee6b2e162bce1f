package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelSource;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.TensorValues;
import dev.lukis.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Drafts that a tiny decoder from elsewhere makes, and settled images that the model's makes. */
class TinyDecoderTest {
  private static final Path PIPELINES = Path.of("src/test/resources/pipelines");
  private static final String TINY = PIPELINES.resolve("sdxs/vae").toString();

  private static DiffusionPipeline open(String tiny) {
    return new DiffusionPipeline(
        DiffusionModel.load(
            ModelSource.of(PIPELINES.resolve("sd-turbo").toString())
                .withTinyDecoder(Optional.of(tiny)),
            ExecutionOptions.cpu(1)));
  }

  private static Generation painted(DiffusionPipeline pipeline, boolean tinyDecoder) {
    ImageSpec request =
        new ImageSpec("a red balloon on the beach, at night", "", 7, 96, 64, 1, 1, tinyDecoder);
    Generation generation = pipeline.begin(request, pipeline.encode(request));
    pipeline.step(List.of(generation));
    return generation;
  }

  private static void assertPixels(Tensor actual, String name) {
    Path file = PIPELINES.resolve("sd-turbo/expected.safetensors");
    TensorTable table = new TensorTable("expected", SafetensorsReader.read("expected", file));
    float[] expected = TensorValues.floats(table.get(name));
    assertThat(actual.data()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.data()[i]).as("%s %d", name, i).isCloseTo(expected[i], within(1e-3f));
    }
  }

  @Test
  void draftsAndSettledImagesOfOneBatchGetEachTheirDecoder() {
    try (DiffusionPipeline pipeline = open(TINY)) {
      List<Generation> batch =
          List.of(
              painted(pipeline, true),
              painted(pipeline, false),
              painted(pipeline, false),
              painted(pipeline, true));
      List<Tensor> images = pipeline.decode(batch);
      assertPixels(images.get(0), "run.0.tiny_pixels");
      assertPixels(images.get(1), "run.0.pixels");
      assertPixels(images.get(2), "run.0.pixels");
      assertPixels(images.get(3), "run.0.tiny_pixels");
      assertPixels(pipeline.decode(batch.subList(0, 1)).get(0), "run.0.tiny_pixels");
      assertPixels(pipeline.preview(batch.subList(1, 2)).get(0), "run.0.tiny_pixels");
    }
  }

  @Test
  void aDirectoryThatHoldsSomethingElseIsRefused() {
    assertThatThrownBy(() -> open(PIPELINES.resolve("sd1/vae").toString()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("_class_name: AutoencoderKL (expected: AutoencoderTiny)");
  }
}
