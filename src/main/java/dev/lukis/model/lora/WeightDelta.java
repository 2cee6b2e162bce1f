package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.ElementType;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorValues;
import java.util.Arrays;

/**
 * What is added to one weight of the model.
 *
 * @param file the LoRA
 * @param module of the LoRA
 * @param weight by which the LoRA is multiplied
 */
record WeightDelta(String file, LoraModule module, double weight) {
  /**
   * The change as two matrices: scale * up * down.
   *
   * @param up [out, rank]
   * @param down [rank][in]
   * @param scale of the change
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Factors(float[] up, float[][] down, float scale) {
    /** Adds a row of the change. */
    void addRow(int row, float[] values) {
      int rank = down.length;
      int i = 0;
      for (; i + 4 <= rank; i += 4) {
        int at = row * rank + i;
        addFour(
            values, i, scale * up[at], scale * up[at + 1], scale * up[at + 2], scale * up[at + 3]);
      }
      for (; i < rank; i++) {
        add(values, down[i], scale * up[row * rank + i]);
      }
    }

    // Four at a time: the row of the weight is read and written once for all of them.
    private void addFour(float[] values, int first, float a, float b, float c, float d) {
      float[] da = down[first];
      float[] db = down[first + 1];
      float[] dc = down[first + 2];
      float[] dd = down[first + 3];
      for (int j = 0; j < values.length; j++) {
        values[j] += a * da[j] + b * db[j] + c * dc[j] + d * dd[j];
      }
    }

    private static void add(float[] values, float[] row, float factor) {
      for (int j = 0; j < values.length; j++) {
        values[j] += factor * row[j];
      }
    }
  }

  /**
   * @param base the weight that is changed
   * @param madeFor the kind of model that the LoRA was made for, in words
   * @throws ModelException when the sizes or types do not fit
   */
  void check(StoredTensor base, String madeFor) {
    for (StoredTensor each : module.mid().stream().toList()) {
      requireType(each);
    }
    requireType(module.up());
    requireType(module.down());
    int rank = module.rank();
    long out = base.size(0);
    long in = base.elements() / out;
    boolean fits =
        module.up().size(0) == out && module.up().elements() == out * rank && downFits(base, in);
    if (!fits) {
      throw new ModelException(
          file
              + ": "
              + LoraFile.printable(module.name())
              + ": "
              + module.up().sizes()
              + " x "
              + (module.mid().isPresent() ? module.mid().get().sizes() + " x " : "")
              + module.down().sizes()
              + " (expected: what makes the model's "
              + base.sizes()
              + madeFor
              + ")");
    }
  }

  private boolean downFits(StoredTensor base, long in) {
    if (module.mid().isEmpty()) {
      return module.down().elements() == module.rank() * in;
    }
    StoredTensor mid = module.mid().get();
    return mid.sizes().size() == 4
        && base.sizes().size() == 4
        && mid.sizes().subList(2, 4).equals(base.sizes().subList(2, 4))
        && module.down().elements() == (long) mid.size(1) * base.size(1);
  }

  private void requireType(StoredTensor tensor) {
    boolean read = tensor.type().usable() || tensor.type() == ElementType.F64;
    if (!read || tensor.length() > Integer.MAX_VALUE) {
      throw new ModelException(
          file
              + ": "
              + LoraFile.printable(tensor.name())
              + ": "
              + tensor.type()
              + " "
              + tensor.sizes()
              + " (expected: F32, F16 or BF16, less than 2 GB)");
    }
  }

  /** Reads the values. */
  Factors read() {
    float[] down = values(module.down());
    float[] flat = module.mid().map(mid -> composed(values(mid), mid, down)).orElse(down);
    int in = flat.length / module.rank();
    float[][] rows = new float[module.rank()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * in, (i + 1) * in);
    }
    return new Factors(values(module.up()), rows, (float) (weight * module.scale()));
  }

  // [rank, inner, height * width] and [inner, in] make [rank, in, height * width].
  private static float[] composed(float[] mid, StoredTensor sizes, float[] down) {
    int rank = sizes.size(0);
    int inner = sizes.size(1);
    int area = mid.length / rank / inner;
    int in = down.length / inner;
    float[] composed = new float[rank * in * area];
    for (int r = 0; r < rank; r++) {
      for (int n = 0; n < inner; n++) {
        for (int i = 0; i < in; i++) {
          float factor = down[n * in + i];
          for (int s = 0; s < area; s++) {
            composed[(r * in + i) * area + s] += factor * mid[(r * inner + n) * area + s];
          }
        }
      }
    }
    return composed;
  }

  private float[] values(StoredTensor tensor) {
    float[] values = TensorValues.floats(tensor);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new ModelException(
            file + ": " + LoraFile.printable(tensor.name()) + ": " + value + " (expected: finite)");
      }
    }
    return values;
  }
}
