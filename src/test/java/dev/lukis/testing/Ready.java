package dev.lukis.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Waits for the model, which is opened in the background. */
public final class Ready {
  private Ready() {}

  public static void await(URI base) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> status(base) == 200);
  }

  private static int status(URI base) throws IOException {
    var health = (HttpURLConnection) base.resolve("q/health/ready").toURL().openConnection();
    return health.getResponseCode();
  }
}
