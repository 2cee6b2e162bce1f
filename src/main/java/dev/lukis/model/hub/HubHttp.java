package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends requests, and follows redirects by hand: the token goes to the configured server only, and
 * the answer that describes a file is the one before the redirect to where its bytes are. Blocking;
 * thread-safe.
 */
final class HubHttp {
  private static final int MOST_REDIRECTS = 5;

  private final HubSettings settings;
  private final Origins origins;

  HubHttp(HubSettings settings) {
    this.settings = settings;
    this.origins = new Origins(settings.endpoint());
  }

  /** The answer of the Hub itself; a redirect to another server is not followed. */
  HubAnswer head(URI address) throws IOException {
    return follow("HEAD", address, 0, settings.metadataTimeout(), false);
  }

  /** The content of an answer, wherever it is. */
  HubAnswer get(URI address) throws IOException {
    return follow("GET", address, 0, settings.metadataTimeout(), true);
  }

  /** The bytes of a file from an offset on, wherever they are. */
  HubAnswer get(URI address, long offset) throws IOException {
    return follow("GET", address, offset, settings.downloadTimeout(), true);
  }

  private HubAnswer follow(
      String method, URI start, long offset, Duration timeout, boolean elsewhere)
      throws IOException {
    URI address = start;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HubAnswer answer = send(method, address, offset, timeout);
      Optional<String> location = answer.header("Location");
      if (!answer.isRedirect() || location.isEmpty()) {
        return answer;
      }
      URI target = origins.target(address, location.get());
      if (!elsewhere && !origins.isHub(target, address)) {
        return answer;
      }
      answer.close();
      address = target;
    }
    throw new ModelException(
        start + ": redirects more than " + MOST_REDIRECTS + " times (expected: a file)");
  }

  private HubAnswer send(String method, URI address, long offset, Duration timeout)
      throws IOException {
    HttpURLConnection connection = settings.proxies().open(address);
    connection.setRequestMethod(method);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(Math.toIntExact(timeout.toMillis()));
    connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
    connection.setRequestProperty("User-Agent", "lukis");
    // Else small files come compressed, and without their size.
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (offset > 0) {
      connection.setRequestProperty("Range", "bytes=" + offset + "-");
    }
    if (origins.mayHaveToken(address)) {
      settings
          .token()
          .ifPresent(
              token -> connection.setRequestProperty("Authorization", "Bearer " + token.value()));
    }
    try {
      return new HubAnswer(connection, address);
    } catch (IOException | RuntimeException e) {
      connection.disconnect();
      throw e;
    }
  }
}
