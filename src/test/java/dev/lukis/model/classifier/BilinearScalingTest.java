package dev.lukis.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against what Pillow 9.4 gives: {@code Image.fromarray(plane, "F").resize(.., BILINEAR)}. */
class BilinearScalingTest {
  private static final int HEIGHT = 5;
  private static final int WIDTH = 6;

  private static float[] plane() {
    float[] plane = new float[HEIGHT * WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        plane[y * WIDTH + x] = (x * 37 + y * 91 + (x * y) % 13 * 11) % 256;
      }
    }
    return plane;
  }

  private static void assertScaled(int toHeight, int toWidth, double... expected) {
    float[] scaled = BilinearScaling.scale(plane(), HEIGHT, WIDTH, toHeight, toWidth);
    assertThat(scaled).hasSize(toHeight * toWidth);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) scaled[i]).isCloseTo(expected[i], Offset.offset(1e-3));
    }
  }

  @Test
  void whatShrinksIsAveragedSoThatNoPixelIsPassedOver() {
    assertScaled(2, 3, 105.3377, 133.9091, 129.3571, 116.8701, 119.4034, 128.2533);
  }

  @Test
  void whatGrowsIsInterpolated() {
    assertScaled(
        8, 9, 0.0, 18.5, 43.1667, 67.8333, 92.5, 117.1667, 141.8333, 166.5, 185.0, 39.8125, 60.7188,
        88.5938, 116.4688, 144.3438, 153.5521, 106.7604, 115.9688, 136.875, 96.6875, 121.0312);
  }

  @Test
  void oneSideMayShrinkWhileTheOtherGrows() {
    assertScaled(
        7, 2, 46.25, 138.75, 106.1071, 122.8929, 153.5, 121.3571, 159.75, 147.25, 120.2857,
        147.6071, 108.25, 112.875, 113.25, 66.375);
  }

  @Test
  void theSameSizeIsTheSame() {
    assertThat(BilinearScaling.scale(plane(), HEIGHT, WIDTH, HEIGHT, WIDTH))
        .containsExactly(plane());
  }
}
