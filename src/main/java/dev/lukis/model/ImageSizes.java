package dev.lukis.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.VaeDecoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.OnnxSignature;
import java.util.Locale;

/**
 * The size of a model's images in pixels, where nothing else is asked.
 *
 * @param resizable whether denoiser and decoder leave the size open
 */
record ImageSizes(int width, int height, boolean resizable) {
  /**
   * @param factor pixels for each latent along an axis
   */
  static ImageSizes read(LoadContext parts, JsonObject unetConfig, int factor) {
    OnnxSignature denoiser = parts.signature(ModelLayout.DENOISER);
    OnnxSignature decoder = parts.signature(ModelLayout.DECODER);
    int height = fixed(denoiser, Denoiser.SAMPLE, 2);
    int width = fixed(denoiser, Denoiser.SAMPLE, 3);
    int decodedHeight = fixed(decoder, VaeDecoder.LATENT_SAMPLE, 2);
    int decodedWidth = fixed(decoder, VaeDecoder.LATENT_SAMPLE, 3);
    int chosenHeight = chosen(height, decodedHeight, sampleSize(unetConfig, 0));
    int chosenWidth = chosen(width, decodedWidth, sampleSize(unetConfig, 1));
    requireSame(decoder, decodedHeight, chosenHeight);
    requireSame(decoder, decodedWidth, chosenWidth);
    boolean open = height == -1 && width == -1 && decodedHeight == -1 && decodedWidth == -1;
    return new ImageSizes(chosenWidth * factor, chosenHeight * factor, open);
  }

  private static int fixed(OnnxSignature signature, String input, int axis) {
    boolean known = signature.hasInput(input) && signature.input(input).sizes().length == 4;
    return known ? signature.inputSize(input, axis) : -1;
  }

  private static int chosen(int denoiser, int decoder, int config) {
    if (denoiser != -1) {
      return denoiser;
    }
    return decoder != -1 ? decoder : config;
  }

  private static void requireSame(OnnxSignature decoder, int found, int expected) {
    if (found != -1 && found != expected) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: %s: %d latents along an axis (expected: %d, as the denoiser)",
              decoder.name(),
              VaeDecoder.LATENT_SAMPLE,
              found,
              expected));
    }
  }

  // One number, or height and width.
  private static int sampleSize(JsonObject unetConfig, int axis) {
    JsonNode sizes = unetConfig.root().path("sample_size");
    if (sizes.isArray() && sizes.size() == 2 && sizes.path(axis).isInt()) {
      return sizes.path(axis).asInt();
    }
    return unetConfig.integer("sample_size");
  }
}
