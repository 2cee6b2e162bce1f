package dev.lukis.model.sketch;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.testing.PaintingGolden;
import org.junit.jupiter.api.Test;

/** Encoder and mood answer as in training. */
class SketchGoldenTest {
  private static final String MODEL = "src/main/resources/models/lukis-mini-painting";
  private final PaintingGolden golden = new PaintingGolden();

  @Test
  void theEncoderAnswersAsInTraining() {
    PatchEncoder encoder = PatchEncoder.load(ModelDirectory.open(MODEL), 64);
    golden.assertAnswer("latents", encoder.encode(golden.input("pixels", 3, 64, 128)), 1e-4f);
  }

  @Test
  void theMoodSpreadsItsNumbersAsInTraining() {
    Mood mood = new Mood(3, 4, 2);
    golden.assertAnswer("mood", mood.spread(golden.input("control", 3, 7, 7), 32, 32), 1e-5f);
  }
}
