package dev.lukis.dispatch;

import dev.lukis.dispatch.SupersessionPolicy.Verdict;
import dev.lukis.painting.Plan;

/** Applies the rules that hold under every policy, then the configured policy. Stateless. */
final class Supersession {
  private final SupersessionPolicy policy;
  private final long maxStaleness;

  /**
   * @param maxStaleness in nanoseconds, as in {@link DispatchSettings}
   */
  Supersession(SupersessionPolicy policy, long maxStaleness) {
    this.policy = policy;
    this.maxStaleness = maxStaleness;
  }

  /**
   * @param waited how long the session has waited for an image, in nanoseconds
   * @param draftTime how long a draft takes, in nanoseconds
   */
  Verdict verdict(RunningGeneration running, GenerationRequest newer, long waited, long draftTime) {
    if (running.request().plan() == Plan.COMMIT) {
      return Verdict.FINISH;
    }
    if (running.makes(newer)) {
      return Verdict.ADOPT;
    }
    if (newer.plan() == Plan.SETTLE && newer.revision() == running.request().revision()) {
      return Verdict.FINISH;
    }
    Verdict verdict = policy.onNewRevision(running, newer);
    boolean late = running.begun() && waited + draftTime > maxStaleness;
    return verdict == Verdict.RESTART && running.draft() && late ? Verdict.FINISH : verdict;
  }
}
