package dev.lukis.dispatch;

/** Receives events of the denoising loop for metrics, on its thread. Must return at once. */
public interface DispatchObserver {
  /** Ignores all events. */
  DispatchObserver NONE = new DispatchObserver() {};

  /** A step was done for {@code batch} sessions. */
  default void stepped(int batch, long nanos) {}

  /** A generation waited this long for its first step. */
  default void waited(long nanos) {}
}
