package dev.lukis.model.component;

import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.tensor.Tensor;

/** Turns latents into pixels. One thread at a time. */
public interface LatentDecoder {
  /**
   * @param latents [rows, channels, height/8, width/8], as the denoiser leaves them
   * @return pixels [rows, 3, height, width], red, green and blue, nominally in [-1, 1]
   * @throws OutOfDeviceMemoryException when so many rows are too many
   */
  Tensor decode(Tensor latents);
}
