package dev.lukis.dispatch;

import java.time.Duration;

/**
 * How a dispatcher shares out steps.
 *
 * @param policy what becomes of a running generation when a newer revision arrives
 * @param batchCap how many sessions may share a step; 0 has it found by a profile at the start
 * @param maxStaleness somebody who types is shown a new image at least this often, as long as the
 *     device can make a draft in that time
 * @param settlePatience a settle that has waited this long is no longer put behind drafts
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
