package dev.lukis.web;

import io.quarkus.websockets.next.HttpUpgradeCheck.HttpUpgradeContext;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What lies under a WebSocket connection. Closing a WebSocket waits behind everything that is still
 * to be written, which to a client that reads nothing is for ever; this is the other way out.
 */
final class Transport {
  private static final TypedKey<HttpConnection> KEY = new TypedKey<>("lukis.transport");

  private Transport() {}

  /** To be called for every upgrade. */
  static void remember(HttpUpgradeContext context) {
    context.userData().put(KEY, context.httpRequest().connection());
  }

  /** Ends the connection at once; what is still to be written is lost. */
  static void abort(WebSocketConnection connection) {
    // Vert.x's own close() of an upgraded connection would again wait to say goodbye.
    if (connection.userData().get(KEY) instanceof ConnectionBase transport) {
      transport.channel().close();
    }
  }
}
