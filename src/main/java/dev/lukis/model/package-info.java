/**
 * A diffusion model read from a directory. Start here: {@link DiffusionModel}. The rooms below:
 * {@code files} (directory and JSON), {@code onnx} (graphs and devices), {@code weights}
 * (safetensors), {@code graph} (graphs made of them), {@code layout} (where graphs come from),
 * {@code checkpoint} (single files), {@code lora}, {@code tokenizer}, {@code component} (prompt
 * encoder, denoiser, decoder), {@code sampler}, {@code family} (what differs between kinds of
 * model), {@code presets} (settings of well-known models), {@code hub} (models of the Hugging Face
 * Hub), {@code classifier}.
 *
 * <p><b>Native memory.</b> Graphs and tokenizers hold native memory. {@link DiffusionModel#close()}
 * frees all of it and is the one place that does; tensors that come out are plain Java arrays.
 */
@NullMarked
package dev.lukis.model;

import org.jspecify.annotations.NullMarked;
