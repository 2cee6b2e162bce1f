/**
 * Weights in safetensors files: which tensors there are, and where their bytes lie. Values are read
 * only where a caller asks for them; graphs refer to the bytes in place. Start here: {@link
 * dev.lukis.model.weights.TensorTable}, {@link dev.lukis.model.weights.SafetensorsReader}.
 */
@NullMarked
package dev.lukis.model.weights;

import org.jspecify.annotations.NullMarked;
