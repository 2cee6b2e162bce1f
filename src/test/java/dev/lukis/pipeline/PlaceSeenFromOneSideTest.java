package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From which side the embedded model sees a place follows from its noise. Where that hardly says,
 * it is to be one side all the same, and not a little of both.
 */
class PlaceSeenFromOneSideTest {
  private static final Shape LATENTS = Shape.of(32, 16, 16);
  private static final int CELLS = 16;
  private static final int ENOUGH = 20_000;

  private static DiffusionPipeline pipeline;

  @BeforeAll
  static void load() {
    pipeline = new DiffusionPipeline(DiffusionModel.load("classpath:models/lukis-mini", 2));
  }

  @AfterAll
  static void close() {
    pipeline.close();
  }

  // What the model reads of the noise: src/training/variant.py.
  private static double side(long seed) {
    float[] noise = SeededNoise.normal(seed, SeededNoise.INITIAL, LATENTS).data();
    double side = 0;
    for (int x = 0; x < CELLS; x++) {
      side += (x % 2 == 0 ? 1 : -1) * noise[CELLS * CELLS + x];
    }
    return side / 4;
  }

  private static Tensor seenFrom(String place, double least, double most) {
    long seed =
        LongStream.range(0, ENOUGH)
            .filter(each -> side(each) >= least && side(each) <= most)
            .findFirst()
            .orElseThrow();
    ImageSpec request = new ImageSpec(place, "", seed, 128, 128, 1, 1);
    Generation generation = pipeline.begin(request, pipeline.encode(request));
    pipeline.step(List.of(generation));
    return pipeline.decode(List.of(generation)).get(0);
  }

  private static double difference(Tensor one, Tensor other) {
    double sum = 0;
    for (int i = 0; i < one.data().length; i++) {
      sum += Math.abs(one.data()[i] - other.data()[i]);
    }
    return sum / one.data().length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mountains by day", "a city at night", "a village by day"})
  void evenWhereTheNoiseHardlySays(String place) {
    Tensor left = seenFrom(place, -0.6, -0.4);
    Tensor right = seenFrom(place, 0.4, 0.6);
    double apart = difference(left, right);
    assertThat(difference(seenFrom(place, -0.02, 0), left)).isLessThan(apart / 10);
    assertThat(difference(seenFrom(place, 0, 0.02), right)).isLessThan(apart / 10);
  }
}
