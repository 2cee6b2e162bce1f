package dev.lukis.dispatch;

import dev.lukis.painting.Plan;

/**
 * Continues the running generation as a draft of the newer words while enough noise remains for
 * them to show. With less noise, it shows the current result and starts a new generation, so that
 * no step is wasted. A settle or a commit of newer words always starts a new generation, because a
 * final image must depend on its request alone.
 */
public final class SteerPolicy implements SupersessionPolicy {
  private final float enoughNoise;

  /**
   * @param enoughNoise the share of noise in the sample, 0 to 1, from which newer words still show
   */
  public SteerPolicy(float enoughNoise) {
    this.enoughNoise = enoughNoise;
  }

  @Override
  public Verdict onNewRevision(RunningGeneration running, GenerationRequest newer) {
    if (!running.begun() || !running.request().sameScene(newer)) {
      return Verdict.RESTART;
    }
    boolean wordsCanShow = running.remainingNoise() >= enoughNoise;
    return newer.plan() == Plan.DRAFT && wordsCanShow ? Verdict.STEER : Verdict.SHOW_AND_RESTART;
  }
}
