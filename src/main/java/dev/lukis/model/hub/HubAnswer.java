package dev.lukis.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** The answer to one request. Closing it ends the connection if its body was not read. */
final class HubAnswer implements AutoCloseable {
  private final HttpURLConnection connection;
  private final URI address;
  private final int status;

  /** Sends the request, and waits for the head of the answer. */
  HubAnswer(HttpURLConnection connection, URI address) throws IOException {
    this.connection = connection;
    this.address = address;
    this.status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("the answer is not HTTP");
    }
  }

  URI address() {
    return address;
  }

  int status() {
    return status;
  }

  boolean isRedirect() {
    return status == HttpURLConnection.HTTP_MOVED_PERM
        || status == HttpURLConnection.HTTP_MOVED_TEMP
        || status == HttpURLConnection.HTTP_SEE_OTHER
        || status == 307
        || status == 308;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(connection.getHeaderField(name));
  }

  InputStream body() throws IOException {
    return connection.getInputStream();
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
