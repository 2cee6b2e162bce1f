package dev.lukis.model.lora;

import dev.lukis.model.weights.StoredTensor;
import java.util.Optional;

/**
 * What a LoRA changes in one module: scale * up * down, as matrices. A convolution's kernel counts
 * as a matrix [out, in * height * width].
 *
 * @param name of the module, as the file has it
 * @param down [rank, in]; of a decomposed convolution [inner rank, in, 1, 1]
 * @param up [out, rank]
 * @param mid of a decomposed convolution, [rank, inner rank, height, width]
 * @param scale alpha / rank
 */
record LoraModule(
    String name, StoredTensor down, StoredTensor up, Optional<StoredTensor> mid, double scale) {
  /** How many rows the change has at most that do not depend on each other. */
  int rank() {
    return mid.orElse(down).size(0);
  }
}
