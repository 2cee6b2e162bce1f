package dev.lukis.session.delivery;

import java.util.Map;
import java.util.TreeMap;

/** Arrival times of revisions that are newer than the image sent last. Not thread-safe. */
public final class Staleness {
  private static final int REMEMBERED = 256;

  // Mutable state
  private final TreeMap<Long, Long> arrivals = new TreeMap<>();

  /** A revision has arrived. */
  public void arrived(long revision, long now) {
    arrivals.put(revision, now);
    if (arrivals.size() > REMEMBERED) {
      arrivals.pollFirstEntry();
    }
  }

  /** How long an image of this revision has been out of date; 0 if it is the newest. */
  public long shown(long revision, long now) {
    arrivals.headMap(revision, true).clear();
    Map.Entry<Long, Long> newer = arrivals.firstEntry();
    return newer == null ? 0 : now - newer.getValue();
  }
}
