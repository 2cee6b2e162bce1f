package dev.lukis.bench;

import java.util.concurrent.TimeUnit;

/** Waits while others are busy. */
final class Pause {
  private Pause() {}

  static void seconds(int seconds) {
    millis(TimeUnit.SECONDS.toMillis(seconds));
  }

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
