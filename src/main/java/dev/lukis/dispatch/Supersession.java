package dev.lukis.dispatch;

import dev.lukis.dispatch.SupersessionPolicy.Verdict;

/** The rules that hold under every policy, and the policy for what they leave open. Stateless. */
final class Supersession {
  private final SupersessionPolicy policy;

  Supersession(SupersessionPolicy policy) {
    this.policy = policy;
  }

  Verdict verdict(RunningGeneration running, GenerationRequest newer) {
    if (running.request().plan() == Plan.COMMIT) {
      return Verdict.FINISH;
    }
    if (newer.plan() == Plan.COMMIT) {
      return Verdict.RESTART;
    }
    if (newer.plan() == Plan.SETTLE && newer.revision() == running.request().revision()) {
      return Verdict.FINISH;
    }
    return policy.onNewRevision(running, newer);
  }
}
