package dev.lukis.admission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Admits a bounded number of entrants; a bounded number of others waits in a first-in, first-out
 * queue; further entrants are refused. Waiting entrants use no resources of admitted ones.
 * Thread-safe: an entrant's callbacks come in order, from the thread that caused them.
 */
public final class AdmissionQueue {
  private final int capacity;
  private final int queueLength;

  // Mutable state, guarded by this
  private final Set<Entrant> admitted = new LinkedHashSet<>();
  private final Set<Entrant> queued = new LinkedHashSet<>();
  private boolean shut;

  /** A client that asks for admission. Its callbacks must not call the queue. */
  public interface Entrant {
    /** The entrant is admitted. */
    void admitted();

    /** The entrant waits. Position 1 is admitted next. */
    void queued(int position);
  }

  /** Answer to an entrant. */
  public enum Outcome {
    ADMITTED,
    QUEUED,
    REFUSED
  }

  /**
   * @param capacity upper bound of admitted entrants
   * @param queueLength upper bound of waiting entrants, 0 for no queue
   */
  public AdmissionQueue(int capacity, int queueLength) {
    this.capacity = capacity;
    this.queueLength = queueLength;
  }

  /** Whether an entrant would be admitted or could wait. */
  public synchronized boolean open() {
    return !shut && (admitted.size() < capacity || queued.size() < queueLength);
  }

  /** Admits, queues or refuses an entrant. */
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

  /**
   * Gives an entrant the place of another one, admitted or waiting. If the other one has left, the
   * entrant enters as any other.
   */
  public synchronized Outcome replace(Entrant old, Entrant entrant) {
    if (admitted.remove(old)) {
      admitted.add(entrant);
      entrant.admitted();
      return Outcome.ADMITTED;
    }
    if (!queued.contains(old)) {
      return enter(entrant);
    }
    List<Entrant> waiting = new ArrayList<>(queued);
    waiting.set(waiting.indexOf(old), entrant);
    queued.clear();
    queued.addAll(waiting);
    entrant.queued(waiting.indexOf(entrant) + 1);
    return Outcome.QUEUED;
  }

  /** Removes an entrant, admitted or waiting. Does nothing if it is neither. */
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

  /** Admits no entrant from now on, not even from the queue. */
  public synchronized void shut() {
    shut = true;
  }

  /** Number of admitted entrants. */
  public synchronized int admitted() {
    return admitted.size();
  }

  /** Number of waiting entrants. */
  public synchronized int queued() {
    return queued.size();
  }
}
