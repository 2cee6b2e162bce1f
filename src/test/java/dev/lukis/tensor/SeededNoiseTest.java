package dev.lukis.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeededNoiseTest {
  private static final Shape SHAPE = Shape.of(24, 16, 16);

  @Test
  void isAPureFunctionOfSeedStepIndexAndShape() {
    float[] once = SeededNoise.normal(42, 3, SHAPE).data();
    SeededNoise.normal(7, 0, SHAPE);
    assertThat(SeededNoise.normal(42, 3, SHAPE).data()).containsExactly(once);
  }

  @Test
  void differsBySeedAndByStepIndex() {
    float[] base = SeededNoise.normal(42, 3, SHAPE).data();
    assertThat(SeededNoise.normal(43, 3, SHAPE).data()).isNotEqualTo(base);
    assertThat(SeededNoise.normal(42, 4, SHAPE).data()).isNotEqualTo(base);
    assertThat(SeededNoise.normal(42, SeededNoise.INITIAL, SHAPE).data()).isNotEqualTo(base);
  }

  @Test
  void hasTheMomentsOfAStandardNormal() {
    float[] values = SeededNoise.normal(1, 0, Shape.of(100_001)).data();
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
      fourth += Math.pow(value, 4);
    }
    assertThat(sum / values.length).isCloseTo(0, within(0.02));
    assertThat(squares / values.length).isCloseTo(1, within(0.02));
    assertThat(fourth / values.length).isCloseTo(3, within(0.15));
  }

  @Test
  void neighbouringDrawsAndSeedsDoNotCorrelate() {
    float[] values = SeededNoise.normal(5, 0, Shape.of(50_000)).data();
    float[] next = SeededNoise.normal(6, 0, Shape.of(50_000)).data();
    double lagged = 0;
    double across = 0;
    for (int i = 1; i < values.length; i++) {
      lagged += (double) values[i] * values[i - 1];
      across += (double) values[i] * next[i];
    }
    assertThat(lagged / values.length).isCloseTo(0, within(0.02));
    assertThat(across / values.length).isCloseTo(0, within(0.02));
  }
}
