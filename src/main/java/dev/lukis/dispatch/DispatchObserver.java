package dev.lukis.dispatch;

/** Hears what the denoising loop does, on the denoising thread, for metrics. Returns at once. */
public interface DispatchObserver {
  /** Nobody listens. */
  DispatchObserver NONE = new DispatchObserver() {};

  /** A step was done for so many sessions together. */
  default void stepped(int batch, long nanos) {}

  /** A generation waited this long for its first step. */
  default void waited(long nanos) {}
}
