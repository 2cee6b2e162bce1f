/**
 * ONNX graphs and the devices they run on. The only package that knows ONNX Runtime and DJL (a
 * tokenizer of Hugging Face comes from DJL too, see {@code dev.lukis.model.tokenizer}). Start here:
 * {@link OnnxGraph}, {@link OnnxSignature}.
 *
 * <p><b>Native memory.</b> A graph holds native memory until {@link OnnxGraph#close()}; tensors
 * that come out are plain Java arrays. A run frees what it made before it returns.
 */
@NullMarked
package dev.lukis.model.onnx;

import org.jspecify.annotations.NullMarked;
