package dev.lukis.model.component;

import dev.lukis.tensor.Tensor;
import java.util.Map;

/**
 * One row of a denoiser's batch.
 *
 * @param sample the noisy latents, scaled for the model: [channels, height/8, width/8]
 * @param timestep the training timestep that the model is told
 * @param conditioning what conditions it: for inputs of the graph by their names, one row each
 * @param guidanceScale for models that are told it, instead of being asked twice
 */
public record DenoiserRow(
    Tensor sample, float timestep, Map<String, Tensor> conditioning, float guidanceScale) {}
