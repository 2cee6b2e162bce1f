package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import dev.lukis.text.PromptReading;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded model, through every stage. */
class DiffusionPipelineTest {
  private static DiffusionPipeline pipeline;

  @BeforeAll
  static void load() {
    pipeline = new DiffusionPipeline(DiffusionModel.load("classpath:models/lukis-mini", 2));
  }

  @AfterAll
  static void close() {
    pipeline.close();
  }

  private static ImageSpec request(String prompt, long seed, float guidanceScale) {
    return new ImageSpec(prompt, "", seed, 128, 128, 2, guidanceScale);
  }

  private static Generation begin(ImageSpec request) {
    return pipeline.begin(request, pipeline.encode(request));
  }

  private static Tensor paint(ImageSpec request) {
    Generation generation = begin(request);
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
    }
    return pipeline.decode(List.of(generation)).get(0);
  }

  @Test
  void theSameRequestGivesTheSameBytes() {
    ImageSpec request = request("a red balloon on the beach", 7, 1);
    byte[] first = ImageFormat.PNG.encode(paint(request));
    paint(request("a castle", 8, 1));
    assertThat(ImageFormat.PNG.encode(paint(request))).isEqualTo(first);
  }

  private static void assertReadAlike(String typed, String plain) {
    assertThat(pipeline.encode(request(typed, 7, 1)).prompt().hiddenStates().data())
        .as(typed)
        .isEqualTo(pipeline.encode(request(plain, 7, 1)).prompt().hiddenStates().data());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a (cat:1.3) in the snow",
        "a ((cat)) in the [snow] --ar 3:2 --v 5",
        "a cat in the snow <lora:fur:0.8>",
        "a cat BREAK in the snow",
        "a glorping cat in the xyzzy snow",
        "a cat, xyzzy, in the snow",
        "a cat\u200B in the \u2744\uFE0F",
        "\uFF41 \uFF43\uFF41\uFF54 in the snow",
        "a c\u00E0t in the snow!",
        "a \uD83D\uDC31 in the snow",
        "a cat in the snow qwrt",
      })
  void syntaxUnknownWordsAndOtherWritingsChangeNothing(String typed) {
    assertReadAlike(typed, typed.contains(",") ? "a cat, in the snow" : "a cat in the snow");
  }

  @Test
  void aWordStillBeingTypedSteers() {
    float[] half = pipeline.encode(request("a red ba", 7, 1)).prompt().hiddenStates().data();
    float[] without = pipeline.encode(request("a red", 7, 1)).prompt().hiddenStates().data();
    assertThat(Arrays.equals(half, without)).isFalse();
    assertReadAlike("a red ba in the snow", "a red in the snow");
  }

  @Test
  void whatIsLeftOutIsTold() {
    PromptReading reading = pipeline.read("a (cat:1.3) in the glorp --ar 3:2");
    assertThat(reading.unknownWords()).containsExactly("glorp");
    assertThat(pipeline.read("a cat's h\u00E0t")).isEqualTo(PromptReading.PLAIN);
  }

  @Test
  void theWordsAndTheSeedDecideThePicture() {
    Tensor red = paint(request("a red balloon on the beach", 7, 1));
    assertThat(red.shape()).isEqualTo(Shape.of(3, 128, 128));
    assertDiffer(paint(request("a blue balloon on the beach", 7, 1)), red);
    assertDiffer(paint(request("a red balloon on the beach", 8, 1)), red);
  }

  @Test
  void aGenerationDoesNotDependOnTheOthersInItsBatch() {
    ImageSpec request = request("a cat in the forest at night", 3, 1);
    Generation alone = begin(request);
    pipeline.step(List.of(alone));
    pipeline.step(List.of(alone));

    Generation shared = begin(request);
    Generation older = begin(request("a boat on the sea", 5, 1));
    pipeline.step(List.of(older));
    pipeline.step(List.of(older, shared));
    pipeline.step(List.of(begin(request("snow", 6, 1)), shared));

    assertClose(shared.predicted(), alone.predicted());
  }

  @Test
  void aGuidedGenerationSharesACallWithOneThatIsNot() {
    ImageSpec guided = request("a red rose", 3, 2);
    Generation alone = begin(guided);
    pipeline.step(List.of(alone));
    Generation shared = begin(guided);
    Generation plain = begin(request("a red rose", 3, 1));
    pipeline.step(List.of(plain, shared));

    assertClose(shared.predicted(), alone.predicted());
    assertDiffer(plain.predicted(), alone.predicted());
  }

  @Test
  void aPreviewAfterAnyStepHasTheImagesSize() {
    Generation generation = begin(request("a tree", 1, 1));
    pipeline.step(List.of(generation));
    assertThat(generation.finished()).isFalse();
    assertThat(pipeline.decode(List.of(generation)).get(0).shape())
        .isEqualTo(Shape.of(3, 128, 128));
  }

  @Test
  void steeringChangesWhatTheRemainingStepsPaint() {
    ImageSpec request = request("a red balloon", 7, 1);
    Generation kept = begin(request);
    Generation steered = begin(request);
    pipeline.step(List.of(kept, steered));
    ImageSpec newer = request("a blue balloon at night", 7, 1);
    steered.steer(newer, pipeline.encode(newer));
    pipeline.step(List.of(kept, steered));
    assertDiffer(steered.predicted(), kept.predicted());
  }

  private static void assertClose(Tensor actual, Tensor expected) {
    for (int i = 0; i < expected.data().length; i++) {
      assertThat(actual.data()[i]).isCloseTo(expected.data()[i], within(1e-3f));
    }
  }

  private static void assertDiffer(Tensor actual, Tensor other) {
    assertThat(Arrays.equals(actual.data(), other.data())).as("equal").isFalse();
  }
}
