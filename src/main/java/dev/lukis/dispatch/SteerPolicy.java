package dev.lukis.dispatch;

/**
 * Lets a draft go on under the newer words while enough noise remains for them to show; past that,
 * shows what it has and begins anew, so that no step is wasted.
 */
public final class SteerPolicy implements SupersessionPolicy {
  private final float enoughNoise;

  /**
   * @param enoughNoise the noise, as a part of the first step's, at and above which words still
   *     show
   */
  public SteerPolicy(float enoughNoise) {
    this.enoughNoise = enoughNoise;
  }

  @Override
  public Verdict onNewRevision(RunningGeneration running, GenerationRequest newer) {
    if (!running.draft() || !running.request().differsInWordsOnly(newer)) {
      return Verdict.RESTART;
    }
    return running.remainingNoise() >= enoughNoise ? Verdict.STEER : Verdict.SHOW_AND_RESTART;
  }
}
