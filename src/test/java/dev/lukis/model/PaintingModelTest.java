package dev.lukis.model;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.DenoiserRow;
import dev.lukis.model.family.LukisMiniPainting;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.scene.Scene.Style;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import dev.lukis.testing.PaintingGolden;
import dev.lukis.testing.ScenesByPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped painter answers here what it answered in training. */
class PaintingModelTest {
  // Weights are stored in half precision.
  private static final float TOLERANCE = 5e-3f;
  private static final int CHANNELS = 64;
  private static final int SIDE = 16;

  private static DiffusionModel model;
  private final PaintingGolden golden = new PaintingGolden();

  @BeforeAll
  static void load() {
    model =
        DiffusionModel.load(
            ModelSource.of("classpath:models/lukis-mini-painting"),
            ExecutionOptions.cpu(1),
            List.of(new LukisMiniPainting(() -> new ScenesByPrompt(Map.of()))));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void theDenoiserAnswersAsInTrainingWithATimestepForEachRow() {
    Tensor samples = golden.input("sample", 2, CHANNELS, SIDE, SIDE);
    Tensor sketches = golden.input("sketch", 2, CHANNELS, SIDE, SIDE);
    Tensor moods = golden.input("mood", 2, 3, SIDE, SIDE);
    float[] style = new float[Style.values().length];
    style[Style.valueOf(golden.style().toUpperCase(Locale.ROOT)).ordinal()] = 1;
    List<DenoiserRow> rows = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Map<String, Tensor> conditioning =
          Map.of(
              Denoiser.SKETCH,
              sketches.row(i),
              Denoiser.STYLE,
              new Tensor(Shape.of(style.length), style),
              Denoiser.MOOD,
              moods.row(i));
      rows.add(new DenoiserRow(samples.row(i), golden.timestep(i), conditioning, 1));
    }
    golden.assertAnswer("velocity", model.denoiser().predict(rows), TOLERANCE);
  }

  @Test
  void theDecoderAnswersAsInTraining() {
    Tensor latents = golden.input("latent_sample", 1, CHANNELS, SIDE, SIDE);
    golden.assertAnswer("picture", model.decoder().decode(latents), TOLERANCE);
  }
}
