package dev.lukis.session;

import java.util.Map;
import java.util.TreeMap;

/** When the revisions arrived that are newer than the image on its way. Not thread-safe. */
final class Staleness {
  private static final int REMEMBERED = 256;

  // Mutable state
  private final TreeMap<Long, Long> arrivals = new TreeMap<>();

  void arrived(long revision, long now) {
    arrivals.put(revision, now);
    if (arrivals.size() > REMEMBERED) {
      arrivals.pollFirstEntry();
    }
  }

  /** For how long an image of this revision has been out of date, 0 where it is not. */
  long shown(long revision, long now) {
    arrivals.headMap(revision, true).clear();
    Map.Entry<Long, Long> newer = arrivals.firstEntry();
    return newer == null ? 0 : now - newer.getValue();
  }
}
