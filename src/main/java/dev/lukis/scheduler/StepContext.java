package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;

/**
 * What some methods want to know beyond the sample itself.
 *
 * @param memory of the last call, as {@link SchedulerStep} had it; empty before the first. It may
 *     be emptied before any call that begins a step: the method then goes on as if it began there
 * @param noise standard normal, shaped like the sample; asked for at most once, and only by methods
 *     that add noise
 */
public record StepContext(List<Tensor> memory, Supplier<Tensor> noise) {
  /** For methods that need neither. */
  public static final StepContext NONE =
      new StepContext(
          List.of(),
          () -> {
            throw new IllegalStateException("noise: none (expected: a source of it)");
          });
}
