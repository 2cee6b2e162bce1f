package dev.lukis.model.layout;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.onnx.ExecutionOptions;

/** Recognises the layout of a model's directory. Stateless. */
public final class Layouts {
  private Layouts() {}

  /**
   * @param states of the text encoders that condition the denoiser
   */
  public static ModelLayout of(
      ModelDirectory directory, ExecutionOptions execution, HiddenStates states) {
    boolean made = !OnnxLayout.fits(directory) && DiffusersLayout.fits(directory);
    return made ? new DiffusersLayout(directory, execution, states) : new OnnxLayout(directory);
  }
}
