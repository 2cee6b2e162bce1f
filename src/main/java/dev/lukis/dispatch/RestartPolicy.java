package dev.lukis.dispatch;

/** Drops what runs and begins anew. */
public final class RestartPolicy implements SupersessionPolicy {
  @Override
  public Verdict onNewRevision(RunningGeneration running, GenerationRequest newer) {
    return Verdict.RESTART;
  }
}
