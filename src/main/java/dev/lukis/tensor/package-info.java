/** Shaped float data and seeded noise. Start here: {@link Tensor}, {@link SeededNoise}. */
@NullMarked
package dev.lukis.tensor;

import org.jspecify.annotations.NullMarked;
