package dev.lukis.bench;

import java.util.concurrent.TimeUnit;

/** Waits while others are busy. */
public final class Pause {
  private Pause() {}

  public static void seconds(int seconds) {
    millis(TimeUnit.SECONDS.toMillis(seconds));
  }

  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
