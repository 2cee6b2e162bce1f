package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;
import java.util.List;

/**
 * What one call of the model gave.
 *
 * @param prevSample the sample for the next call
 * @param predOriginalSample the clean sample as predicted now: what a preview shows
 * @param memory what the schedule wants to be given with the next call, in {@link StepContext}
 */
public record SchedulerStep(Tensor prevSample, Tensor predOriginalSample, List<Tensor> memory) {
  public SchedulerStep {
    memory = List.copyOf(memory);
  }

  /** Of a method that looks at nothing but the sample. */
  public SchedulerStep(Tensor prevSample, Tensor predOriginalSample) {
    this(prevSample, predOriginalSample, List.of());
  }
}
