package dev.lukis.safety;

import dev.lukis.tensor.Tensor;

/** Decides whether an image may be shown. Implementations are thread-safe. */
public interface ImageGate extends AutoCloseable {
  /** Allows every image. */
  ImageGate NONE = pixels -> true;

  /**
   * @param pixels [3, height, width], red, green and blue in [-1, 1]
   */
  boolean allows(Tensor pixels);

  /** Frees what the gate holds; it must not be used afterwards. */
  @Override
  default void close() {}
}
