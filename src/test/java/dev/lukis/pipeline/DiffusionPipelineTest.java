package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.image.ImageFormat;
import dev.lukis.model.DiffusionModel;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  private static ImageRequest request(String prompt, long seed, float guidanceScale) {
    return new ImageRequest(prompt, "", seed, 128, 128, 2, guidanceScale);
  }

  private static Generation begin(ImageRequest request) {
    return pipeline.begin(request, pipeline.encode(request));
  }

  private static Tensor paint(ImageRequest request) {
    Generation generation = begin(request);
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
    }
    return pipeline.decode(List.of(generation)).get(0);
  }

  @Test
  void theSameRequestGivesTheSameBytes() {
    ImageRequest request = request("a red balloon on the beach", 7, 1);
    byte[] first = ImageFormat.PNG.encode(paint(request));
    paint(request("a castle", 8, 1));
    assertThat(ImageFormat.PNG.encode(paint(request))).isEqualTo(first);
  }

  @Test
  void theWordsAndTheSeedDecideThePicture() {
    Tensor red = paint(request("a red balloon on the beach", 7, 1));
    assertThat(red.shape()).isEqualTo(Shape.of(3, 128, 128));
    assertDiffer(paint(request("a blue balloon on the beach", 7, 1)), red);
    assertDiffer(paint(request("a red balloon on the beach", 8, 1)), red);
  }

  @Test
  void aGenerationComesOutTheSameWhoeverSharesItsSteps() {
    ImageRequest request = request("a cat in the forest at night", 3, 1);
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
    ImageRequest guided = request("a red rose", 3, 2);
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
    ImageRequest request = request("a red balloon", 7, 1);
    Generation kept = begin(request);
    Generation steered = begin(request);
    pipeline.step(List.of(kept, steered));
    ImageRequest newer = request("a blue balloon at night", 7, 1);
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
