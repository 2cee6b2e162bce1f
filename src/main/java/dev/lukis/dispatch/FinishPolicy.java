package dev.lukis.dispatch;

import dev.lukis.painting.Plan;

/** Finishes a draft first; a settle gives way. */
public final class FinishPolicy implements SupersessionPolicy {
  @Override
  public Verdict onNewRevision(RunningGeneration running, GenerationRequest newer) {
    return running.request().plan() == Plan.DRAFT ? Verdict.FINISH : Verdict.RESTART;
  }
}
