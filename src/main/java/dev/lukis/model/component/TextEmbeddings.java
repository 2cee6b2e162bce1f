package dev.lukis.model.component;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt as text encoders understand it; all images of it are conditioned alike. Immutable.
 *
 * @param hiddenStates [tokens, width]
 * @param pooled the prompt as one vector [width], for models that want it
 */
public record TextEmbeddings(Tensor hiddenStates, Optional<Tensor> pooled)
    implements PromptEmbeddings {
  @Override
  public Map<String, Tensor> inputs(long seed, Shape latents) {
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put(Denoiser.ENCODER_HIDDEN_STATES, hiddenStates);
    pooled.ifPresent(vector -> inputs.put(Denoiser.TEXT_EMBEDS, vector));
    return Map.copyOf(inputs);
  }

  @Override
  public int tokens() {
    return hiddenStates.shape().size(0);
  }

  @Override
  public int bytes() {
    int floats = hiddenStates.data().length + pooled.map(each -> each.data().length).orElse(0);
    return Math.multiplyExact(floats, Float.BYTES);
  }
}
