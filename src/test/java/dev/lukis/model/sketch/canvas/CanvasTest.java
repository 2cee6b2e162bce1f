package dev.lukis.model.sketch.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.tensor.Tensor;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private static final int SIDE = 64;

  // How many pixels are white, counting covered parts.
  private static double area(Canvas canvas) {
    Tensor pixels = canvas.pixels();
    double sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      sum += (pixels.data()[i] + 1) / 2;
    }
    return sum;
  }

  @Test
  void aPolygonCoversItsAreaInEitherDirectionOfItsCorners() {
    double[] corners = {0.1, 0.13, 0.83, 0.31, 0.47, 0.91};
    double[] reversed = {0.47, 0.91, 0.83, 0.31, 0.1, 0.13};
    double expected = 0.5 * (0.73 * 0.78 - 0.37 * 0.18) * SIDE * SIDE;
    for (double[] each : new double[][] {corners, reversed}) {
      Canvas canvas = new Canvas(SIDE);
      canvas.polygon(Rgb.WHITE, 1, each);
      assertThat(area(canvas)).isCloseTo(expected, within(0.5));
    }
  }

  @Test
  void shapesThatReachBeyondThePictureAreCut() {
    Canvas canvas = new Canvas(SIDE);
    canvas.rectangle(-0.5, -0.5, 0.25, 0.5, Rgb.WHITE);
    assertThat(area(canvas)).isCloseTo(0.125 * SIDE * SIDE, within(0.5));
    canvas.polygon(Rgb.WHITE, 1, -1, 2, 2, 2, 2, 3);
    canvas.ellipse(1.5, 0.5, 0.2, 0.2, Rgb.WHITE);
    canvas.line(Rgb.WHITE, 0.05, 1, -1, -1, -0.5, -0.2);
    assertThat(area(canvas)).isCloseTo(0.125 * SIDE * SIDE, within(0.5));
  }

  @Test
  void anEllipseCoversItsArea() {
    Canvas canvas = new Canvas(SIDE);
    canvas.ellipse(0.5, 0.5, 0.3, 0.2, Rgb.WHITE);
    assertThat(area(canvas)).isCloseTo(Math.PI * 0.3 * 0.2 * SIDE * SIDE, within(12.0));
  }

  @Test
  void aLineIsAsThickAsItSays() {
    Canvas canvas = new Canvas(SIDE);
    canvas.line(Rgb.WHITE, 4.0 / SIDE, 1, 0, 0.5, 1, 0.5);
    assertThat(area(canvas)).isCloseTo(4.0 * SIDE, within(2.0));
  }

  @Test
  void streamsOfOtherPurposesAreIndependent() {
    Choices choices = Choices.of(7);
    double first = choices.of("a").unit();
    choices.of("b").unit();
    choices.unit();
    assertThat(choices.of("a").unit()).isEqualTo(first);
    assertThat(choices.of("b").unit()).isNotEqualTo(first);
    assertThat(Choices.of(8).of("a").unit()).isNotEqualTo(first);
  }

  @Test
  void choicesAreSpreadEvenly() {
    Choices choices = Choices.of(1);
    double mean = DoubleStream.generate(choices::unit).limit(10_000).average().orElse(0);
    assertThat(mean).isCloseTo(0.5, within(0.02));
    int[] counts = new int[6];
    for (int i = 0; i < 6000; i++) {
      counts[choices.between(0, 5)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(850, 1150);
    }
    assertThat(choices.shuffled(9)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }
}
