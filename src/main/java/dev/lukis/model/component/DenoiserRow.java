package dev.lukis.model.component;

import dev.lukis.tensor.Tensor;

/**
 * One row of a denoiser's batch.
 *
 * @param sample the noisy latents, scaled for the model: [channels, height/8, width/8]
 * @param timestep the training timestep that the model is told
 * @param states what conditions it
 * @param guidanceScale for models that are told it, instead of being asked twice
 */
public record DenoiserRow(
    Tensor sample, float timestep, PromptEmbeddings states, float guidanceScale) {}
