package dev.lukis.scheduler;

/**
 * A noise scheduler: decides at which noise levels a model is asked and how its answers move the
 * sample. Immutable; one instance serves all generations on all threads.
 */
public interface Scheduler {
  /**
   * The steps of a generation.
   *
   * @param numInferenceSteps how many denoising steps, at least 1 and at most the number of
   *     training timesteps
   * @param imageSeqLen how many tokens the image has, at least 1; of effect only where the levels
   *     depend on the size of the image
   * @throws IllegalArgumentException when {@code numInferenceSteps} is out of range
   */
  Schedule schedule(int numInferenceSteps, int imageSeqLen);

  /** The steps of a generation where the size of the image does not matter. */
  default Schedule schedule(int numInferenceSteps) {
    return schedule(numInferenceSteps, 1);
  }
}
