package dev.lukis.dispatch;

import java.time.Duration;

/**
 * Settings of a dispatcher.
 *
 * @param policy what happens to a running generation when a newer revision arrives
 * @param batchCap maximum number of sessions that share a step; 0 means that a profile at the start
 *     determines it
 * @param maxStaleness maximum time between two images of a person who types, if the device can make
 *     a draft in that time
 * @param settlePatience after this waiting time, a settle no longer yields to drafts
 */
public record DispatchSettings(
    SupersessionPolicy policy, int batchCap, Duration maxStaleness, Duration settlePatience) {

  /**
   * @throws IllegalArgumentException when the batch cap is negative
   */
  public DispatchSettings {
    if (batchCap < 0) {
      throw new IllegalArgumentException("batchCap: " + batchCap + " (expected: >= 0)");
    }
  }
}
