/**
 * Noise levels: how a model was trained, which of its levels a sampler visits, and what a model's
 * answer says of the clean sample. Names and values as in Hugging Face diffusers. Start here:
 * {@link TrainedNoise}, {@link NoiseMix}.
 */
@NullMarked
package dev.lukis.scheduler.noise;

import org.jspecify.annotations.NullMarked;
