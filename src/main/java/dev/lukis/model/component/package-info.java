/**
 * The components of a diffusion model: prompt encoders, denoiser, latent decoders. Start here:
 * {@link Denoiser}; {@link PromptEncoder}; {@link LatentDecoder}.
 */
@NullMarked
package dev.lukis.model.component;

import org.jspecify.annotations.NullMarked;
