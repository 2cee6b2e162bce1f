package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.tensor.Tensor;
import dev.lukis.testing.BrokenGraphs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableOutputTest {
  @TempDir Path folder;

  private DiffusionPipeline withNaN(String graph) throws IOException {
    BrokenGraphs.copyWithNaN(folder, graph);
    return new DiffusionPipeline(DiffusionModel.load(folder.toString(), 1));
  }

  private static Generation begin(DiffusionPipeline pipeline, float guidanceScale) {
    ImageSpec request = new ImageSpec("a cat", "", 1, 128, 128, 2, guidanceScale);
    return pipeline.begin(request, pipeline.encode(request));
  }

  @Test
  void rowsOfAGuidedGenerationAreTheirGenerationsAndNoneHasAdvanced() throws IOException {
    try (DiffusionPipeline pipeline = withNaN("unet/model.onnx")) {
      List<Generation> batch = List.of(begin(pipeline, 3), begin(pipeline, 1));
      assertThatThrownBy(() -> pipeline.step(batch))
          .isInstanceOfSatisfying(
              UnusableOutputException.class, e -> assertThat(e.failed()).isEqualTo(batch))
          .hasMessageContaining(
              "unet/model.onnx (float16) returned NaN or Infinity for rows 1, 2, 3");
      assertThat(batch).allMatch(each -> each.stepIndex() == 0);
    }
  }

  @Test
  void anImageIsRefusedByItsDecoder() throws IOException {
    try (DiffusionPipeline pipeline = withNaN("vae_decoder/model.onnx")) {
      List<Generation> batch = List.of(begin(pipeline, 1));
      pipeline.step(batch);
      assertThatThrownBy(() -> pipeline.decode(batch))
          .isInstanceOf(UnusableOutputException.class)
          .hasMessageContaining("vae_decoder/model.onnx");
    }
  }

  /** A generation whose latents are NaN from the start. */
  private static Generation spoilt(DiffusionPipeline pipeline) {
    Generation sound = begin(pipeline, 1);
    Tensor latents = sound.predicted();
    return new Generation(
        sound.request(),
        new FlowMatchEulerDiscreteScheduler(1000, 3).schedule(2),
        sound.conditioning(),
        latents.times(Float.NaN));
  }

  @Test
  void onlyTheGenerationOfAnUnusableRowFails() {
    try (DiffusionPipeline pipeline =
        new DiffusionPipeline(DiffusionModel.load("classpath:models/lukis-mini", 1))) {
      Generation spoilt = spoilt(pipeline);
      List<Generation> batch = List.of(begin(pipeline, 3), spoilt, begin(pipeline, 1));
      assertThatThrownBy(() -> pipeline.step(batch))
          .isInstanceOfSatisfying(
              UnusableOutputException.class, e -> assertThat(e.failed()).containsExactly(spoilt));
      assertThatThrownBy(() -> pipeline.decode(batch))
          .isInstanceOfSatisfying(
              UnusableOutputException.class, e -> assertThat(e.failed()).containsExactly(spoilt));
    }
  }
}
