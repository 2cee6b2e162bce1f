package dev.lukis.model.sketch;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;

/** Pixels to latents: a matrix applied to each patch of 8 x 8 pixels. Immutable. */
public final class PatchEncoder {
  public static final int PATCH = 8;
  private static final String FILE = "sketch/encoder.bin";
  // Patches that are encoded together: so many stay in the processor's cache.
  private static final int BLOCK = 256;
  private static final int INPUTS = 3 * PATCH * PATCH;

  private final int channels;
  private final float[] matrix; // [channels][colour, row, column]
  private final float[] bias;

  private PatchEncoder(int channels, float[] matrix, float[] bias) {
    this.channels = channels;
    this.matrix = matrix;
    this.bias = bias;
  }

  /**
   * @param channels of the latents
   */
  public static PatchEncoder load(ModelDirectory directory, int channels) {
    ByteBuffer bytes = read(directory);
    int expected = channels * (INPUTS + 1) * Float.BYTES;
    if (bytes.remaining() != expected) {
      throw new ModelException(
          FILE + ": " + bytes.remaining() + " bytes (expected: " + expected + ")");
    }
    float[] matrix = new float[channels * INPUTS];
    float[] bias = new float[channels];
    bytes.asFloatBuffer().get(matrix).get(bias);
    return new PatchEncoder(channels, matrix, bias);
  }

  private static ByteBuffer read(ModelDirectory directory) {
    try {
      byte[] bytes = Files.readAllBytes(directory.required(FILE));
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new ModelException(FILE + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * @param pixels [3, height, width] in [-1, 1]; both are multiples of 8
   * @return [channels, height / 8, width / 8]
   */
  public Tensor encode(Tensor pixels) {
    int height = pixels.shape().size(1);
    int width = pixels.shape().size(2);
    int rows = height / PATCH;
    int columns = width / PATCH;
    float[] latents = new float[channels * rows * columns];
    int most = Math.max(1, BLOCK / columns);
    for (int row = 0; row < rows; row += most) {
      int count = Math.min(most, rows - row) * columns;
      float[] planes = new float[INPUTS * count];
      gather(pixels.data(), height, width, row, planes, count);
      for (int channel = 0; channel < channels; channel++) {
        multiply(planes, count, channel, latents, channel * rows * columns + row * columns);
      }
    }
    return new Tensor(Shape.of(channels, rows, columns), latents);
  }

  // Some rows of patches: for each place in a patch, that pixel of every patch.
  private static void gather(
      float[] pixels, int height, int width, int row, float[] planes, int count) {
    int columns = width / PATCH;
    for (int input = 0; input < INPUTS; input++) {
      int colour = input / (PATCH * PATCH);
      int y = row * PATCH + input / PATCH % PATCH;
      int from = (colour * height + y) * width + input % PATCH;
      for (int i = 0; i < count; i++) {
        int down = i / columns * PATCH * width;
        planes[input * count + i] = pixels[from + down + i % columns * PATCH];
      }
    }
  }

  // Four inputs at a time, so that sums are read and written a quarter as often.
  private void multiply(float[] planes, int count, int channel, float[] latents, int at) {
    Arrays.fill(latents, at, at + count, bias[channel]);
    for (int input = 0; input < INPUTS; input += 4) {
      int weights = channel * INPUTS + input;
      float a = matrix[weights];
      float b = matrix[weights + 1];
      float c = matrix[weights + 2];
      float d = matrix[weights + 3];
      int first = input * count;
      int second = first + count;
      int third = second + count;
      int fourth = third + count;
      for (int i = 0; i < count; i++) {
        latents[at + i] +=
            a * planes[first + i]
                + b * planes[second + i]
                + c * planes[third + i]
                + d * planes[fourth + i];
      }
    }
  }
}
