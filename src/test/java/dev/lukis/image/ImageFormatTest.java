package dev.lukis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageFormatTest {
  /** A wide picture, red on the left and blue on the right. */
  private static Tensor redAndBlue() {
    float[] planes = new float[3 * 16 * 32];
    java.util.Arrays.fill(planes, -1);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 32; x++) {
        planes[(x < 16 ? 0 : 2) * 16 * 32 + y * 32 + x] = 1;
      }
    }
    return Tensor.of(Shape.of(3, 16, 32), planes);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEncodedDecodesToTheSamePicture(ImageFormat format) throws IOException {
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(format.encode(redAndBlue())));
    assertThat(decoded.getWidth()).isEqualTo(32);
    assertThat(decoded.getHeight()).isEqualTo(16);
    assertColour(decoded.getRGB(3, 8), 255, 0);
    assertColour(decoded.getRGB(28, 8), 0, 255);
  }

  private static void assertColour(int rgb, int red, int blue) {
    assertThat((rgb >> 16) & 0xff).isCloseTo(red, within(12));
    assertThat((rgb >> 8) & 0xff).isCloseTo(0, within(12));
    assertThat(rgb & 0xff).isCloseTo(blue, within(12));
  }

  @Test
  void valuesBeyondTheRangeAreClipped() throws IOException {
    Tensor beyond = Tensor.of(Shape.of(3, 1, 1), 7, -7, 0);
    int rgb = ImageIO.read(new ByteArrayInputStream(ImageFormat.PNG.encode(beyond))).getRGB(0, 0);
    assertThat(rgb & 0xffffff).isEqualTo(0xff0080);
  }

  @Test
  void refusesAnotherShape() {
    assertThatThrownBy(() -> ImageFormat.PNG.encode(Tensor.of(Shape.of(1, 1, 1), 0)))
        .hasMessage("pixels: [1, 1, 1] (expected: [3, height, width])");
  }
}
