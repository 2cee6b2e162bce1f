package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * What one denoising step gave.
 *
 * @param prevSample the sample at the next, lower noise level
 * @param predOriginalSample the clean sample as predicted now: what a preview shows
 */
public record SchedulerStep(Tensor prevSample, Tensor predOriginalSample) {}
