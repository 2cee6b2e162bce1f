package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.Generation;
import dev.lukis.tensor.Tensor;

/** A generation and the request it answers. Denoising thread only. */
final class RunningGeneration {
  private final long number;
  private final long begunAt;
  private final Generation generation;

  // Mutable state
  private GenerationRequest request;
  private int steps;
  private int unseenSteps;
  private boolean steered;

  RunningGeneration(long number, Generation generation, GenerationRequest request, long begunAt) {
    this.number = number;
    this.begunAt = begunAt;
    this.generation = generation;
    this.request = request;
    this.steps = generation.steps();
  }

  GenerationRequest request() {
    return request;
  }

  Generation generation() {
    return generation;
  }

  /** Whether it gives exactly the image that another request asks for, and no later. */
  boolean makes(GenerationRequest other) {
    boolean soonEnough = !draft() || other.plan() == Plan.DRAFT;
    return !steered && soonEnough && request.image().equals(other.image());
  }

  boolean draft() {
    return request.plan() == Plan.DRAFT;
  }

  /** When it started to wait for its first step, in nanoseconds. */
  long begunAt() {
    return begunAt;
  }

  // A generation that was steered ends with the first call of its last step.
  boolean finished() {
    return generation.finished() || (steps < generation.steps() && generation.stepIndex() == steps);
  }

  float remainingNoise() {
    return generation.remainingNoise();
  }

  /** The timestep of its next step. */
  float timestep() {
    return generation.timestep();
  }

  int remainingSteps() {
    return steps - generation.stepIndex();
  }

  /** Whether the model was asked at least once. */
  boolean begun() {
    return generation.calls() > 0;
  }

  /** Whether some of its steps used older words. */
  boolean steered() {
    return steered;
  }

  /** Steps since the last image of this generation was shown. */
  int unseenSteps() {
    return unseenSteps;
  }

  void stepped() {
    unseenSteps++;
  }

  /** Makes it the answer to another request for the same image. */
  void adopt(GenerationRequest newer) {
    request = newer;
  }

  /** Continues with newer words, with at most the number of steps of their request. */
  void steer(GenerationRequest newer, Conditioning conditioning) {
    request = newer;
    steered = true;
    steps = Math.min(steps, generation.stepIndex() + newer.image().steps());
    generation.steer(newer.image(), conditioning);
  }

  GeneratedImage show(Tensor pixels) {
    unseenSteps = 0;
    return new GeneratedImage(request, number, generation.stepIndex(), steps, steered, pixels);
  }
}
