package dev.lukis.admission;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Admits so many at a time; some more wait in a queue, first come, first served; the rest is
 * refused. Nobody who waits costs those who are admitted anything. Thread-safe: what an entrant is
 * told, it is told in order, from the thread that caused it.
 */
public final class AdmissionQueue {
  private final int capacity;
  private final int queueLength;

  // Mutable state, guarded by this
  private final Set<Entrant> admitted = new LinkedHashSet<>();
  private final Set<Entrant> queued = new LinkedHashSet<>();
  private boolean shut;

  /** Somebody who wants in. What it is told, it only hands on: it must not call back. */
  public interface Entrant {
    /** There is room. */
    void admitted();

    /** There is none yet, and so many are before it, itself included. */
    void queued(int position);
  }

  /** What became of an entrant. */
  public enum Outcome {
    ADMITTED,
    QUEUED,
    REFUSED
  }

  /**
   * @param capacity how many may be admitted at a time
   * @param queueLength how many may wait, 0 for none
   */
  public AdmissionQueue(int capacity, int queueLength) {
    this.capacity = capacity;
    this.queueLength = queueLength;
  }

  /** Whether an entrant would be admitted or could wait. */
  public synchronized boolean open() {
    return !shut && (admitted.size() < capacity || queued.size() < queueLength);
  }

  /** An entrant is there. */
  public synchronized Outcome enter(Entrant entrant) {
    if (!open()) {
      return Outcome.REFUSED;
    }
    if (admitted.size() < capacity) {
      admitted.add(entrant);
      entrant.admitted();
      return Outcome.ADMITTED;
    }
    queued.add(entrant);
    entrant.queued(queued.size());
    return Outcome.QUEUED;
  }

  /** An entrant takes the place of another that is admitted; if that has left, it enters as any. */
  public synchronized Outcome replace(Entrant old, Entrant entrant) {
    if (!admitted.remove(old)) {
      return enter(entrant);
    }
    admitted.add(entrant);
    entrant.admitted();
    return Outcome.ADMITTED;
  }

  /** An entrant has gone, wherever it was; nothing happens when it was nowhere. */
  public synchronized void leave(Entrant entrant) {
    if (admitted.remove(entrant)) {
      admitNext();
    } else if (queued.remove(entrant)) {
      tellPositions();
    }
  }

  private void admitNext() {
    if (shut || queued.isEmpty()) {
      return;
    }
    Entrant next = queued.iterator().next();
    queued.remove(next);
    admitted.add(next);
    next.admitted();
    tellPositions();
  }

  private void tellPositions() {
    int position = 0;
    for (Entrant entrant : queued) {
      entrant.queued(++position);
    }
  }

  /** From now on nobody is admitted, not even from the queue. */
  public synchronized void shut() {
    shut = true;
  }

  /** How many are admitted. */
  public synchronized int admitted() {
    return admitted.size();
  }

  /** How many wait. */
  public synchronized int queued() {
    return queued.size();
  }
}
