package dev.lukis.model.component;

import dev.lukis.model.files.JsonObject;
import dev.lukis.tensor.Tensor;

/**
 * How latents of the denoiser differ from those of the autoencoder: autoencoder's = denoiser's /
 * scale + shift.
 */
record LatentScaling(double scale, double shift) {
  /** diffusers' default for the class {@code AutoencoderKL}; older files do not write it. */
  private static final double KL = 0.18215;

  static LatentScaling of(JsonObject config) {
    boolean kl = config.text("_class_name", "").equals("AutoencoderKL");
    LatentScaling scaling =
        new LatentScaling(
            config.number("scaling_factor", kl ? KL : 1), config.number("shift_factor", 0));
    if (scaling.scale <= 0) {
      throw config.refused("scaling_factor", scaling.scale, "> 0");
    }
    return scaling;
  }

  /** Latents of the denoiser as the autoencoder has them. */
  Tensor undo(Tensor latents) {
    if (scale == 1 && shift == 0) {
      return latents;
    }
    Tensor scaled = latents.times((float) (1 / (float) scale));
    float[] shifted = scaled.data();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += (float) shift;
    }
    return new Tensor(scaled.shape(), shifted);
  }
}
