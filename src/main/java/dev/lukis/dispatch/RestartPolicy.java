package dev.lukis.dispatch;

/** Drops the running generation and starts a new one. */
public final class RestartPolicy implements SupersessionPolicy {
  @Override
  public Verdict onNewRevision(RunningGeneration running, GenerationRequest newer) {
    return Verdict.RESTART;
  }
}
