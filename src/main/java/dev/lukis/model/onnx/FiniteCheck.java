package dev.lukis.model.onnx;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Finds rows with NaN or Infinity. The first axis counts the rows. Stateless. */
final class FiniteCheck {
  private static final int EXPONENT = 0x7F800000;

  private FiniteCheck() {}

  static int rows(Tensor tensor) {
    Shape shape = tensor.shape();
    return shape.toLongArray().length == 0 ? 1 : Math.max(1, shape.size(0));
  }

  /** Rows, from 0, that have a value which is not finite. */
  static List<Integer> badRows(Tensor tensor) {
    float[] data = tensor.data();
    if (finite(data, 0, data.length)) {
      return List.of();
    }
    int rows = rows(tensor);
    int length = data.length / rows;
    List<Integer> bad = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      if (!finite(data, i * length, (i + 1) * length)) {
        bad.add(i);
      }
    }
    return bad;
  }

  // Without a branch for each value, so that it costs next to nothing: all ones in the exponent
  // is the largest exponent there is.
  private static boolean finite(float[] data, int from, int to) {
    int largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Float.floatToRawIntBits(data[i]) & EXPONENT);
    }
    return largest != EXPONENT;
  }
}
