package dev.lukis.model.component;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;

/**
 * Weights of tokens, with the meaning that the web interface of AUTOMATIC1111 gives them: each row
 * of the hidden states is multiplied by its weight, then all are scaled so that their mean is what
 * it was. Stateless.
 */
final class Emphasis {
  private Emphasis() {}

  /**
   * @param states [tokens, width]
   * @param weights one for each token, or none at all
   */
  static Tensor apply(Tensor states, float[] weights) {
    if (weights.length == 0) {
      return states;
    }
    int width = states.shape().size(1);
    float[] weighted = states.data().clone();
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] *= weights[i / width];
    }
    double restored = sum(states.data()) / sum(weighted);
    // Where the weights cancel each other out, there is no mean to restore.
    double scale = Double.isFinite(restored) ? restored : 1;
    return new Tensor(Shape.of(weights.length, width), weighted).times((float) scale);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
