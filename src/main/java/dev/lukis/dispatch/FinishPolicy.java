package dev.lukis.dispatch;

import dev.lukis.painting.Plan;

/** Finishes a running draft first; a running settle is replaced. */
public final class FinishPolicy implements SupersessionPolicy {
  @Override
  public Verdict onNewRevision(RunningGeneration running, GenerationRequest newer) {
    return running.request().plan() == Plan.DRAFT ? Verdict.FINISH : Verdict.RESTART;
  }
}
