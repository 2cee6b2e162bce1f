package dev.lukis.dispatch;

/**
 * Decides what happens to a running generation when a newer revision of its session arrives.
 * Stateless.
 */
public sealed interface SupersessionPolicy permits FinishPolicy, RestartPolicy, SteerPolicy {
  /** The possible decisions. */
  enum Verdict {
    /** The generation continues unchanged; the newer revision waits. */
    FINISH,
    /** The generation becomes that of the newer revision, which asks for the same image. */
    ADOPT,
    /** The generation continues with the newer words. */
    STEER,
    /** The current result is shown, then a generation for the newer revision starts. */
    SHOW_AND_RESTART,
    /** The generation is dropped, and one for the newer revision starts. */
    RESTART
  }

  /**
   * @param running a draft or a settle of another image
   * @param newer the request that has arrived
   */
  Verdict onNewRevision(RunningGeneration running, GenerationRequest newer);
}
