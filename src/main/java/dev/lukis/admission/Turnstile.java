package dev.lukis.admission;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets in as many as there is room for; some more wait in line, first come, first served; the rest
 * is turned away. Nobody who waits costs those inside anything. Thread-safe: what a comer is told,
 * it is told in order, from the thread that caused it.
 */
public final class Turnstile {
  private final int room;
  private final int line;

  // Mutable state, guarded by this
  private final Set<Comer> inside = new LinkedHashSet<>();
  private final Set<Comer> waiting = new LinkedHashSet<>();
  private boolean shut;

  /** Somebody who wants in. What it is told, it only hands on: it must not call back. */
  public interface Comer {
    /** There is room. */
    void admitted();

    /** There is none yet, and so many are before it, itself included. */
    void queued(int position);
  }

  /** What became of a comer. */
  public enum Entry {
    INSIDE,
    WAITING,
    TURNED_AWAY
  }

  /**
   * @param room how many may be inside
   * @param line how many may wait, 0 for none
   */
  public Turnstile(int room, int line) {
    this.room = room;
    this.line = line;
  }

  /** Whether a comer would be let in or could wait. */
  public synchronized boolean open() {
    return !shut && (inside.size() < room || waiting.size() < line);
  }

  /** A comer is there. */
  public synchronized Entry enter(Comer comer) {
    if (shut || (inside.size() >= room && waiting.size() >= line)) {
      return Entry.TURNED_AWAY;
    }
    if (inside.size() < room) {
      inside.add(comer);
      comer.admitted();
      return Entry.INSIDE;
    }
    waiting.add(comer);
    comer.queued(waiting.size());
    return Entry.WAITING;
  }

  /** A comer takes the place of another that is inside; when that has left, it enters as any. */
  public synchronized Entry replace(Comer old, Comer comer) {
    if (!inside.remove(old)) {
      return enter(comer);
    }
    inside.add(comer);
    comer.admitted();
    return Entry.INSIDE;
  }

  /** A comer has gone, wherever it was; nothing happens when it was nowhere. */
  public synchronized void leave(Comer comer) {
    if (inside.remove(comer)) {
      letIn();
    } else if (waiting.remove(comer)) {
      tellPositions();
    }
  }

  private void letIn() {
    if (shut || waiting.isEmpty()) {
      return;
    }
    Comer next = waiting.iterator().next();
    waiting.remove(next);
    inside.add(next);
    next.admitted();
    tellPositions();
  }

  private void tellPositions() {
    int position = 0;
    for (Comer comer : waiting) {
      comer.queued(++position);
    }
  }

  /** From now on nobody is let in, not even from the line. */
  public synchronized void shut() {
    shut = true;
  }

  /** How many are inside. */
  public synchronized int inside() {
    return inside.size();
  }

  /** How many wait. */
  public synchronized int waiting() {
    return waiting.size();
  }
}
