package dev.lukis.model.component;

import dev.lukis.model.files.JsonObject;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.Optional;

/**
 * Guesses the colour of each latent by a linear map, and fills the picture in between: next to
 * free, and blurred. Stateless.
 *
 * @param weights [3][channels]
 * @param biases for each colour
 * @param factor pixels for each latent along an axis
 */
public record LatentRgbPreview(float[][] weights, float[] biases, int factor)
    implements LatentDecoder {
  private static final int COLOURS = 3;

  /**
   * For Stable Diffusion 1 and 2: Keturn, "Decoding latents to RGB without upscaling",
   * https://discuss.huggingface.co/t/decoding-latents-to-rgb-without-upscaling/23204 (2022).
   */
  private static final float[][] STABLE_DIFFUSION = {
    {0.298f, 0.187f, -0.158f, -0.184f},
    {0.207f, 0.286f, 0.189f, -0.271f},
    {0.208f, 0.173f, 0.264f, -0.473f}
  };

  /**
   * For SDXL: Vass, "Explaining the SDXL latent space",
   * https://huggingface.co/blog/TimothyAlexisVass/explaining-the-sdxl-latent-space (2024); there in
   * levels from 0 to 255.
   */
  private static final float[][] XL = {
    {60 / 127.5f, -60 / 127.5f, 25 / 127.5f, -70 / 127.5f},
    {60 / 127.5f, -5 / 127.5f, 15 / 127.5f, -50 / 127.5f},
    {60 / 127.5f, 10 / 127.5f, -5 / 127.5f, -35 / 127.5f}
  };

  private static final float[] XL_BIASES = {150 / 127.5f - 1, 140 / 127.5f - 1, 130 / 127.5f - 1};

  /**
   * The map for an autoencoder whose latents are known, told by the number by which it scales them.
   */
  public static Optional<LatentRgbPreview> of(JsonObject vaeConfig, int channels, int factor) {
    String scaling = Double.toString(LatentScaling.of(vaeConfig).scale());
    return switch (channels + " " + scaling) {
      case "4 0.18215" -> Optional.of(new LatentRgbPreview(STABLE_DIFFUSION, new float[3], factor));
      case "4 0.13025" -> Optional.of(new LatentRgbPreview(XL, XL_BIASES, factor));
      default -> Optional.empty();
    };
  }

  @Override
  public Tensor decode(Tensor latents) {
    Shape shape = latents.shape();
    int height = shape.size(2);
    int width = shape.size(3);
    float[] pixels = new float[shape.size(0) * COLOURS * factor * height * factor * width];
    int plane = factor * height * factor * width;
    for (int i = 0; i < shape.size(0); i++) {
      Tensor row = latents.row(i);
      for (int colour = 0; colour < COLOURS; colour++) {
        float[] small = colour(row, colour);
        enlarge(small, height, width, pixels, (i * COLOURS + colour) * plane);
      }
    }
    return new Tensor(Shape.of(shape.size(0), COLOURS, factor * height, factor * width), pixels);
  }

  private float[] colour(Tensor latents, int colour) {
    int plane = latents.data().length / weights[colour].length;
    float[] values = new float[plane];
    for (int i = 0; i < plane; i++) {
      float sum = biases[colour];
      for (int channel = 0; channel < weights[colour].length; channel++) {
        sum += weights[colour][channel] * latents.data()[channel * plane + i];
      }
      values[i] = sum;
    }
    return values;
  }

  // Bilinear, with the latents at the centres of their squares.
  private void enlarge(float[] small, int height, int width, float[] pixels, int from) {
    int wide = factor * width;
    for (int y = 0; y < factor * height; y++) {
      float v = centred(y, height);
      int top = (int) v;
      int bottom = Math.min(top + 1, height - 1);
      for (int x = 0; x < wide; x++) {
        float u = centred(x, width);
        int left = (int) u;
        int right = Math.min(left + 1, width - 1);
        float above = mixed(small[top * width + left], small[top * width + right], u - left);
        float below = mixed(small[bottom * width + left], small[bottom * width + right], u - left);
        pixels[from + y * wide + x] = mixed(above, below, v - top);
      }
    }
  }

  private float centred(int pixel, int size) {
    float place = (pixel + 0.5f) / factor - 0.5f;
    return Math.min(Math.max(place, 0), size - 1);
  }

  private static float mixed(float first, float second, float part) {
    return first + part * (second - first);
  }
}
