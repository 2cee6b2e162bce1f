package dev.lukis.pipeline;

import dev.lukis.image.ImageSpec;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Tensor;
import java.util.Optional;

/**
 * One image being made: the state that changes from step to step. One thread at a time. Dropping it
 * at any step costs nothing; it holds no native memory.
 */
public final class Generation {
  private final Schedule schedule;

  // Mutable state
  private ImageSpec request;
  private Conditioning conditioning;
  private Tensor sample;
  private Tensor predicted;
  private int stepIndex;

  /**
   * @param noise standard normal, shaped like the model's latents without a batch axis
   */
  public Generation(ImageSpec request, Schedule schedule, Conditioning conditioning, Tensor noise) {
    this.request = request;
    this.schedule = schedule;
    this.conditioning = conditioning;
    this.sample = noise.times(schedule.initNoiseSigma());
    this.predicted = sample;
  }

  public ImageSpec request() {
    return request;
  }

  public Conditioning conditioning() {
    return conditioning;
  }

  /** How many steps are done. */
  public int stepIndex() {
    return stepIndex;
  }

  public int steps() {
    return schedule.steps();
  }

  public boolean finished() {
    return stepIndex == schedule.steps();
  }

  /** The timestep that the model is to be told at the coming step. */
  public float timestep() {
    return schedule.timestep(stepIndex);
  }

  /** The latents as the model wants to see them at the coming step. */
  public Tensor modelInput() {
    return schedule.scaleModelInput(sample, stepIndex);
  }

  /**
   * The clean latents as far as they are known: the prediction of the last step or, when finished,
   * the result.
   */
  public Tensor predicted() {
    return finished() ? sample : predicted;
  }

  /** Does the coming step, given what the model answered. */
  public void advance(Tensor modelOutput) {
    Optional<Tensor> previous = stepIndex == 0 ? Optional.empty() : Optional.of(predicted);
    SchedulerStep step =
        schedule.step(modelOutput, stepIndex, sample, new StepContext(previous, this::noise));
    sample = step.prevSample();
    predicted = step.predOriginalSample();
    stepIndex++;
  }

  // Noise of a step is its own, and not the one that the generation began with.
  private Tensor noise() {
    return SeededNoise.normal(request.seed(), stepIndex, sample.shape());
  }

  /** How much of the sample is noise: about 1 before any step, 0 when done. */
  public float remainingNoise() {
    return schedule.noiseShare(stepIndex);
  }

  /** Steers: the coming steps follow other words. Seed, size and steps are those of before. */
  public void steer(ImageSpec newer, Conditioning newerConditioning) {
    request = newer;
    conditioning = newerConditioning;
  }
}
