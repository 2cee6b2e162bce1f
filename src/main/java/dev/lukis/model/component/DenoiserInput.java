package dev.lukis.model.component;

import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.tensor.Tensor;
import java.util.List;

/** Fills one input of a denoiser's graph from the rows of a batch. */
interface DenoiserInput {
  InputBuffer fill(List<DenoiserRow> rows);

  /** The latents: [rows, channels, height/8, width/8]. */
  static DenoiserInput sample(InputBuffer input) {
    return rows -> input.set(Tensor.batch(rows.stream().map(DenoiserRow::sample).toList()));
  }

  /** What comes from the prompt: [rows, ...]. */
  static DenoiserInput conditioning(InputBuffer input, String name) {
    return rows -> input.set(Tensor.batch(rows.stream().map(row -> required(row, name)).toList()));
  }

  private static Tensor required(DenoiserRow row, String name) {
    Tensor tensor = row.conditioning().get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "conditioning: " + row.conditioning().keySet() + " (expected: " + name + " among it)");
    }
    return tensor;
  }

  /**
   * The sizes that SDXL is told, [rows, 6]: of the original, the crop's upper left corner, and of
   * the target, each height before width. Podell et al., "SDXL" (2023), section 2.2.
   *
   * @param factor pixels for each latent along an axis
   */
  static DenoiserInput sizes(InputBuffer input, int factor) {
    return rows -> {
      float[] sizes = new float[6 * rows.size()];
      for (int i = 0; i < rows.size(); i++) {
        float height = factor * rows.get(i).sample().shape().size(1);
        float width = factor * rows.get(i).sample().shape().size(2);
        sizes[6 * i] = height;
        sizes[6 * i + 1] = width;
        sizes[6 * i + 4] = height;
        sizes[6 * i + 5] = width;
      }
      return input.floats(sizes, rows.size(), 6);
    };
  }

  /** A timestep for each row: [rows]. */
  static DenoiserInput timesteps(InputBuffer input) {
    return rows -> {
      float[] timesteps = new float[rows.size()];
      for (int i = 0; i < timesteps.length; i++) {
        timesteps[i] = rows.get(i).timestep();
      }
      return input.floats(timesteps, timesteps.length);
    };
  }

  /**
   * One timestep for all rows, a scalar or [1].
   *
   * @param axes 0 or 1
   */
  static DenoiserInput timestep(InputBuffer input, int axes) {
    return rows -> {
      float timestep = rows.get(0).timestep();
      for (DenoiserRow row : rows) {
        if (row.timestep() != timestep) {
          throw new IllegalArgumentException(
              "timestep: " + row.timestep() + " (expected: " + timestep + " in every row)");
        }
      }
      return input.floats(new float[] {timestep}, axes == 0 ? new long[0] : new long[] {1});
    };
  }
}
