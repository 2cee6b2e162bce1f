package dev.lukis.pipeline;

import static dev.lukis.testing.ScenesByPrompt.scene;
import static dev.lukis.testing.ScenesByPrompt.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.component.Denoiser;
import dev.lukis.model.family.LukisMiniPainting;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.scene.Scene.Place;
import dev.lukis.model.scene.Scene.Style;
import dev.lukis.tensor.Tensor;
import dev.lukis.testing.ScenesByPrompt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images whose conditioning depends on their seed. */
class PaintedSketchTest {
  private static final int SIDE = 128;
  private static final int SEED = 7;
  private static final String CAT = "a cat on a meadow";
  private static final String DOG = "a dog on a meadow";
  private static final String NEON = "a cat on a meadow, neon";

  private static DiffusionPipeline pipeline;

  @BeforeAll
  static void load() {
    ScenesByPrompt reader =
        new ScenesByPrompt(
            Map.of(
                CAT,
                scene(Place.MEADOW, thing("cat")),
                DOG,
                scene(Place.MEADOW, thing("dog")),
                NEON,
                ScenesByPrompt.painted(Style.NEON, scene(Place.MEADOW, thing("cat")))));
    pipeline =
        new DiffusionPipeline(
            DiffusionModel.load(
                "classpath:models/lukis-mini-painting",
                ExecutionOptions.cpu(1),
                List.of(new LukisMiniPainting(() -> reader))));
  }

  @AfterAll
  static void close() {
    pipeline.close();
  }

  private static ImageSpec spec(String prompt, long seed) {
    return new ImageSpec(prompt, "", seed, SIDE, SIDE, 2, 1);
  }

  private static Generation begun(ImageSpec spec) {
    return pipeline.begin(spec, pipeline.encode(spec));
  }

  private static Tensor painted(ImageSpec spec) {
    Generation generation = begun(spec);
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
    }
    return pipeline.decode(List.of(generation)).get(0);
  }

  // Mean difference, of 255.
  private static double difference(Tensor first, Tensor second) {
    double sum = 0;
    for (int i = 0; i < first.data().length; i++) {
      sum += Math.abs(first.data()[i] - second.data()[i]);
    }
    return sum / first.data().length * 127.5;
  }

  @Test
  void theSameSpecificationGivesTheSameImage() {
    assertThat(painted(spec(CAT, SEED)).data()).isEqualTo(painted(spec(CAT, SEED)).data());
  }

  @Test
  void anotherSeedComposesAndPaintsAnew() {
    assertThat(difference(painted(spec(CAT, SEED)), painted(spec(CAT, SEED + 1))))
        .isGreaterThan(10);
  }

  @Test
  void anotherStyleKeepsTheSketch() {
    Map<String, Tensor> plain = begun(spec(CAT, SEED)).promptInputs();
    Map<String, Tensor> neon = begun(spec(NEON, SEED)).promptInputs();
    assertThat(neon.get(Denoiser.SKETCH).data()).isEqualTo(plain.get(Denoiser.SKETCH).data());
    assertThat(neon.get(Denoiser.STYLE).data()).isNotEqualTo(plain.get(Denoiser.STYLE).data());
  }

  @Test
  void steeringTakesTheSketchOfTheNewerWordsUnderTheSameSeed() {
    Generation steered = begun(spec(CAT, SEED));
    pipeline.step(List.of(steered));
    ImageSpec newer = spec(DOG, SEED);
    steered.steer(newer, pipeline.encode(newer));
    assertThat(steered.promptInputs().get(Denoiser.SKETCH).data())
        .isEqualTo(begun(newer).promptInputs().get(Denoiser.SKETCH).data());
    pipeline.step(List.of(steered));
    Tensor image = pipeline.decode(List.of(steered)).get(0);
    Tensor dog = painted(newer);
    Tensor cat = painted(spec(CAT, SEED));
    assertThat(difference(image, dog)).isLessThan(0.6 * difference(image, cat));
  }

  @Test
  void rowsOfABatchKeepTheirOwnSketches() {
    Generation cat = begun(spec(CAT, SEED));
    Generation dog = begun(spec(DOG, SEED + 1));
    for (int i = 0; i < 2; i++) {
      pipeline.step(List.of(cat, dog));
    }
    List<Tensor> images = pipeline.decode(List.of(cat, dog));
    assertThat(difference(images.get(0), painted(spec(CAT, SEED)))).isLessThan(0.1);
    assertThat(difference(images.get(1), painted(spec(DOG, SEED + 1)))).isLessThan(0.1);
  }

  @Test
  void whatTheReaderDoesNotKnowIsTold() {
    assertThat(pipeline.read(CAT).unknownWords()).isEmpty();
    assertThat(pipeline.read("glorp").unknownWords()).containsExactly("glorp");
  }

  @Test
  void guidanceAsksNoSecondTime() {
    ImageSpec guided = new ImageSpec(CAT, DOG, SEED, SIDE, SIDE, 2, 5);
    assertThat(pipeline.encode(guided).negative()).isEmpty();
  }
}
