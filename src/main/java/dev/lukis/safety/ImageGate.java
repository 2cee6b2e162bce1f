package dev.lukis.safety;

import dev.lukis.tensor.Tensor;

/** Whether an image may be shown. Thread-safe. */
public interface ImageGate {
  /** Lets every image pass. */
  ImageGate NONE = pixels -> true;

  /**
   * @param pixels [3, height, width], red, green and blue in [-1, 1]
   */
  boolean allows(Tensor pixels);
}
