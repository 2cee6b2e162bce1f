package dev.lukis.dispatch;

/** What becomes of a running generation when a newer revision of its session arrives. Stateless. */
public sealed interface SupersessionPolicy permits FinishPolicy, RestartPolicy, SteerPolicy {
  /** What can become of it. */
  enum Verdict {
    /** It goes on as it is; the newer revision waits. */
    FINISH,
    /** It goes on as the newer revision's: they ask for the same image. */
    ADOPT,
    /** It goes on under the newer words. */
    STEER,
    /** It shows what it has, then the newer revision begins. */
    SHOW_AND_RESTART,
    /** It is dropped, and the newer revision begins. */
    RESTART
  }

  /**
   * @param running a draft or a settle of another image
   * @param newer what has arrived
   */
  Verdict onNewRevision(RunningGeneration running, GenerationRequest newer);
}
