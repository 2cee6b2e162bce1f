package dev.lukis.session;

/** Receives events of sessions, for metrics. Any thread; returns at once. Times in nanoseconds. */
public interface SessionObserver {
  /** Ignores all events. */
  SessionObserver NONE = new SessionObserver() {};

  /** The first image of a revision was written; {@code nanos} since the revision arrived. */
  default void firstImage(long nanos) {}

  /** The settled image of a revision was written, so long after the revision arrived. */
  default void settledImage(long nanos) {}

  /** An image was written whose words had been out of date for so long, 0 where they were not. */
  default void staleness(long nanos) {}

  /** An image was dropped for a newer one before it was sent. */
  default void dropped() {}

  /** A person was told that their words are not painted. */
  default void promptBlocked() {}

  /** An image was blocked. */
  default void imageBlocked() {}
}
