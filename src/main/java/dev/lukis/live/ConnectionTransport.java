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
 * Remembers what lies under a WebSocket connection. Closing a WebSocket waits behind everything
 * that is still to be written, which to a client that reads nothing is for ever; this is the other
 * way out.
 */
@Singleton
class ConnectionTransport implements HttpUpgradeCheck {
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
   * The address from which a request comes: of the client, where Quarkus is told to trust the proxy
   * before it. Where the proxy tells no address, those who come that way count as one.
   */
  static String address(HttpServerRequest request) {
    String host = request.remoteAddress().hostAddress();
    return host == null ? UNKNOWN : host;
  }

  /** The address from which a connection comes. */
  static String address(WebSocketConnection connection) {
    String address = connection.userData().get(ADDRESS);
    return address == null ? UNKNOWN : address;
  }

  /** Ends the connection at once; what is still to be written is lost. */
  static void abort(WebSocketConnection connection) {
    if (connection.userData().get(KEY) instanceof ConnectionBase transport) {
      FrameGuard.cut(transport.channel());
    }
  }
}
