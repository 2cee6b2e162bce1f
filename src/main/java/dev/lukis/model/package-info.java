/**
 * A diffusion model read from a directory in diffusers' ONNX layout: tokenizer, text encoder,
 * denoiser, VAE decoder. The only package that knows DJL and ONNX Runtime. Start here: {@link
 * DiffusionModel}; {@link Family} for what differs between kinds of model.
 *
 * <p><b>Native memory.</b> Graphs and the tokenizer hold native memory. {@link
 * DiffusionModel#close()} frees all of it and is the one place that does; tensors that come out are
 * plain Java arrays. Within a run, {@link OnnxGraph#run} frees what it made before it returns.
 */
@NullMarked
package dev.lukis.model;

import org.jspecify.annotations.NullMarked;
