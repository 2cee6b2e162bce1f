package dev.lukis.model.layout;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.WeightFiles;

/** Where the weights of a model's networks lie, by the names of diffusers' folders. */
interface NetworkWeights {
  /** Whether there is such a network. */
  boolean has(String folder);

  /**
   * Reads which tensors a network has.
   *
   * @param half whether half precision is preferred where there are both
   */
  TensorTable table(String folder, boolean half);

  /** What a user should know of the weights, in words; empty where there is nothing. */
  default java.util.List<String> notes() {
    return java.util.List.of();
  }

  /** In diffusers' folders. */
  static NetworkWeights of(ModelDirectory directory) {
    return new NetworkWeights() {
      @Override
      public boolean has(String folder) {
        return WeightFiles.find(directory, folder, false).isPresent();
      }

      @Override
      public TensorTable table(String folder, boolean half) {
        return WeightFiles.read(directory, folder, half);
      }
    };
  }
}
