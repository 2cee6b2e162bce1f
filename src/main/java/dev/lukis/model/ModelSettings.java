package dev.lukis.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator sets of a model, in place of what the model's {@code lukis.json} and its files
 * say.
 *
 * @param sampler the name of a sampler, as {@link dev.lukis.model.sampler.SamplerName} knows it
 * @param clipSkip which layer of the text encoder counts: 1 is the last, 2 the last but one
 */
public record ModelSettings(Optional<String> sampler, OptionalInt clipSkip) {
  /** All as the model says. */
  public static final ModelSettings NONE = new ModelSettings(Optional.empty(), OptionalInt.empty());
}
