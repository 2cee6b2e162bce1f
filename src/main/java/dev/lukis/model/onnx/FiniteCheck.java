package dev.lukis.model.onnx;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Finds rows with NaN or Infinity. The first axis counts the rows. Stateless. */
final class FiniteCheck {
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

  // Zero times a value is zero, but NaN for NaN and Infinity. Four sums at a time, since one would
  // wait for itself.
  private static boolean finite(float[] data, int from, int to) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      first += data[i] * 0;
      second += data[i + 1] * 0;
      third += data[i + 2] * 0;
      fourth += data[i + 3] * 0;
    }
    for (; i < to; i++) {
      first += data[i] * 0;
    }
    return first + second + third + fourth == 0;
  }
}
