package dev.lukis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.classifier.ImageClassifier;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierGateTest {
  private static final Path CLASSIFIER = Path.of("src/test/resources/classifier");

  @TempDir Path empty;

  private static Tensor all(float red, float green, float blue) {
    float[] data = new float[3 * 16 * 16];
    for (int i = 0; i < data.length; i++) {
      data[i] = i < 256 ? red : i < 512 ? green : blue;
    }
    return new Tensor(Shape.of(3, 16, 16), data);
  }

  @Test
  void whatTheClassifierTakesForSomethingBlockedIsKeptBack() {
    try (ClassifierGate gate =
        new ClassifierGate(ImageClassifier.load(CLASSIFIER), Set.of("nsfw"), 0.5f)) {
      assertThat(gate.allows(all(1, -1, -1))).isFalse();
      assertThat(gate.allows(all(-1, 1, 1))).isTrue();
    }
  }

  @Test
  void aDirectoryOrLabelsThatDoNotFitAreRefusedByName() {
    assertThatThrownBy(() -> ImageClassifier.load(empty))
        .hasMessageContaining("config.json is missing");
    try (ImageClassifier classifier = ImageClassifier.load(CLASSIFIER)) {
      assertThatThrownBy(() -> new ClassifierGate(classifier, Set.of("cat"), 0.5f))
          .hasMessage("labels: [cat] (expected: some of [nsfw, safe])");
    }
  }

  @Test
  void closingFreesTheClassifierAndLaterImagesAreNotShown() {
    ImageClassifier classifier = ImageClassifier.load(CLASSIFIER);
    ClassifierGate gate = new ClassifierGate(classifier, Set.of("nsfw"), 0.5f);
    gate.close();
    gate.close();
    assertThatThrownBy(() -> gate.allows(all(-1, 1, 1)))
        .hasMessage("the classifier is closed (expected: open)");
    assertThatThrownBy(() -> classifier.classify(all(-1, 1, 1)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aClassifierThatReturnsNaNIsAFailureAndNotAVerdict() {
    try (ClassifierGate gate =
        new ClassifierGate(ImageClassifier.load(CLASSIFIER), Set.of("nsfw"), 0.5f)) {
      assertThatThrownBy(() -> gate.allows(all(Float.NaN, 0, 0)))
          .hasMessageContaining("model.onnx (float32) returned NaN or Infinity for row 1 of 1");
    }
  }
}
