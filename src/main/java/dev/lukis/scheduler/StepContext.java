package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What some methods want to know beyond the sample itself.
 *
 * @param previousOriginal the clean sample as the step before predicted it; none at the first step
 * @param noise standard normal, shaped like the sample; asked for at most once, and only by methods
 *     that add noise
 */
public record StepContext(Optional<Tensor> previousOriginal, Supplier<Tensor> noise) {
  /** For methods that need neither. */
  public static final StepContext NONE =
      new StepContext(
          Optional.empty(),
          () -> {
            throw new IllegalStateException("noise: none (expected: a source of it)");
          });
}
