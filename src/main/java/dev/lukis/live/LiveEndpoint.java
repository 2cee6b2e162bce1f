package dev.lukis.live;

import dev.lukis.admission.RateLimiter;
import dev.lukis.gallery.ImageShares;
import dev.lukis.live.resumption.ResumeToken;
import dev.lukis.telemetry.ImageTracing;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/**
 * The WebSocket endpoint {@code /live}, with one {@link LiveConnection} for each connection. A
 * connection's tasks run on its event loop. A bad message is answered and changes nothing.
 */
@WebSocket(path = "/live")
class LiveEndpoint {
  private static final TypedKey<LiveConnection> LIVE = new TypedKey<>("lukis.live");

  private final LiveConnections connections;
  private final ImageShares shares;
  private final ImageTracing tracing;
  private final Vertx vertx;

  @Inject
  LiveEndpoint(LiveConnections connections, ImageShares shares, ImageTracing tracing, Vertx vertx) {
    this.connections = connections;
    this.shares = shares;
    this.tracing = tracing;
    this.vertx = vertx;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection connection) {
    Context context = vertx.getOrCreateContext();
    ConnectionExecutor executor =
        new ConnectionExecutor(task -> context.runOnContext(ignored -> task.run()));
    VertxClock clock = new VertxClock(vertx, executor);
    RateLimiter limiter =
        connections.addresses().open(ConnectionTransport.address(connection), clock.nanoTime());
    if (limiter == null) {
      return connection.close(connections.fullReason());
    }
    var shareableImages = shares.open(connection.id());
    var output = new ConnectionOutput(connection, shareableImages, tracing);
    var parts = new LiveConnections.Parts(output, shareableImages, clock, executor, limiter);
    connection
        .userData()
        .put(
            LIVE,
            connections.connect(parts, ResumeToken.of(connection.handshakeRequest().query())));
    return Uni.createFrom().voidItem();
  }

  // A message may arrive while the connection closes. @NonBlocking: void methods would run on a
  // worker.
  @NonBlocking
  @OnTextMessage
  void message(String json, WebSocketConnection connection) {
    LiveConnection live = connection.userData().get(LIVE);
    if (live != null) {
      live.message(json);
    }
  }

  @NonBlocking
  @OnBinaryMessage
  void binary(Buffer message, WebSocketConnection connection) {
    LiveConnection live = connection.userData().get(LIVE);
    if (live != null) {
      live.binary(message.length());
    }
  }

  @NonBlocking
  @OnPongMessage
  void pong(Buffer ignored, WebSocketConnection connection) {
    LiveConnection live = connection.userData().get(LIVE);
    if (live != null) {
      live.heard();
    }
  }

  @NonBlocking
  @OnClose
  void close(WebSocketConnection connection) {
    LiveConnection live = connection.userData().remove(LIVE);
    if (live != null) {
      CloseReason reason = connection.closeReason();
      live.closed(reason == null ? OptionalLong.empty() : OptionalLong.of(reason.getCode()));
    }
  }

  @OnError
  Uni<Void> failed(Throwable cause, WebSocketConnection connection) {
    if (connection.isClosed()) {
      return Uni.createFrom().voidItem();
    }
    return connection.close(tooBig(cause) ? CloseReasons.TOO_BIG : CloseReasons.FAILED);
  }

  // Vert.x has no type for this failure, only its message.
  private static boolean tooBig(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("max message size");
  }
}
