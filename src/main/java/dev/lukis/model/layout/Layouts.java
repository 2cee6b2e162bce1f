package dev.lukis.model.layout;

import dev.lukis.model.checkpoint.Checkpoint;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.onnx.ExecutionOptions;
import java.util.Optional;

/** Recognises the layout of a model's directory. Stateless. */
public final class Layouts {
  private Layouts() {}

  /**
   * @param checkpoint the file that has the weights, where the directory only has the configuration
   * @param tinyDecoder directory of a tiny decoder that the model gets from elsewhere
   * @param states of the text encoders that condition the denoiser
   */
  public static ModelLayout of(
      ModelDirectory directory,
      Optional<Checkpoint> checkpoint,
      Optional<String> tinyDecoder,
      ExecutionOptions execution,
      HiddenStates states) {
    ModelLayout own =
        checkpoint
            .map(file -> of(file, directory, execution, states))
            .orElseGet(() -> of(directory, execution, states));
    return tinyDecoder.isEmpty()
        ? own
        : new WithTinyDecoder(own, tiny(tinyDecoder.get(), execution, own.spatialFactor()));
  }

  private static TinyDecoderFolder tiny(String location, ExecutionOptions execution, int factor) {
    TinyDecoderFolder tiny = TinyDecoderFolder.open(location, execution);
    int found = DiffusersLayout.spatialFactor(tiny.config());
    if (found != factor) {
      throw tiny.config()
          .refused(
              "decoder_block_out_channels",
              found + " pixels for each latent",
              factor + ", as the model's own decoder");
    }
    return tiny;
  }

  private static ModelLayout of(
      ModelDirectory directory, ExecutionOptions execution, HiddenStates states) {
    boolean made = !OnnxLayout.fits(directory) && DiffusersLayout.fits(directory);
    return made
        ? new DiffusersLayout(directory, NetworkWeights.of(directory), execution, states)
        : new OnnxLayout(directory);
  }

  private static ModelLayout of(
      Checkpoint checkpoint,
      ModelDirectory configuration,
      ExecutionOptions execution,
      HiddenStates states) {
    NetworkWeights weights = new CheckpointWeights(checkpoint, configuration);
    return new DiffusersLayout(configuration, weights, execution, states);
  }
}
