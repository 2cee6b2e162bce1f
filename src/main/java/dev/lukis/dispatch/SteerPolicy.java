package dev.lukis.dispatch;

import dev.lukis.painting.Plan;

/**
 * Lets what runs go on as a draft of the newer words while enough noise remains for them to show;
 * past that, shows what it has and begins anew, so that no step is wasted. A settle or a commit of
 * newer words begins anew in any case: a final image is what its request alone gives.
 */
public final class SteerPolicy implements SupersessionPolicy {
  private final float enoughNoise;

  /**
   * @param enoughNoise how much of the sample has to be noise, 0 to 1, for words still to show
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
