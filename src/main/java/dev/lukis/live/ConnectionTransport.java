package dev.lukis.live;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;

/**
 * Keeps the TCP connection of each WebSocket connection, and the client's address. A WebSocket
 * close frame waits behind everything that is still to be written, for ever if the client does not
 * read; the TCP connection can be closed at once.
 */
@Singleton
public class ConnectionTransport implements HttpUpgradeCheck {
  private static final TypedKey<HttpConnection> KEY = new TypedKey<>("lukis.transport");
  private static final String UNKNOWN = "unknown";
  private static final TypedKey<String> ADDRESS = new TypedKey<>("lukis.address");

  ConnectionTransport() {}

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    HttpConnection connection = context.httpRequest().connection();
    context.userData().put(KEY, connection);
    context.userData().put(ADDRESS, address(context.httpRequest()));
    if (connection instanceof ConnectionBase transport) {
      FrameGuard.install(transport.channel().pipeline());
    }
    return CheckResult.permitUpgrade();
  }

  /**
   * The address that a request comes from: the client's, if Quarkus is configured to trust the
   * reverse proxy. All requests without an address count as one client.
   */
  public static String address(HttpServerRequest request) {
    String host = request.remoteAddress().hostAddress();
    return host == null ? UNKNOWN : host;
  }

  /** The address that a connection comes from. */
  static String address(WebSocketConnection connection) {
    String address = connection.userData().get(ADDRESS);
    return address == null ? UNKNOWN : address;
  }

  /** Closes the TCP connection at once; unwritten data is lost. */
  static void abort(WebSocketConnection connection) {
    if (connection.userData().get(KEY) instanceof ConnectionBase transport) {
      FrameGuard.cut(transport.channel());
    }
  }
}
