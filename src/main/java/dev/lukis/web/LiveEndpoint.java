package dev.lukis.web;

import dev.lukis.admission.Allowance;
import dev.lukis.share.ImageShares;
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
import java.util.concurrent.Executor;

/**
 * {@code /live}: one guest for each connection. Everything of a guest runs on its connection's
 * event loop; a bad message is answered and changes nothing.
 */
@WebSocket(path = "/live")
class LiveEndpoint {
  private static final TypedKey<Guest> GUEST = new TypedKey<>("lukis.guest");

  private final Reception reception;
  private final ImageShares shares;
  private final Tracing tracing;
  private final Vertx vertx;

  @Inject
  LiveEndpoint(Reception reception, ImageShares shares, Tracing tracing, Vertx vertx) {
    this.reception = reception;
    this.shares = shares;
    this.tracing = tracing;
    this.vertx = vertx;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection connection) {
    Context context = vertx.getOrCreateContext();
    Executor executor = task -> context.runOnContext(ignored -> task.run());
    VertxClock clock = new VertxClock(vertx, executor);
    Allowance allowance =
        reception.addresses().open(Transport.address(connection), clock.nanoTime());
    if (allowance == null) {
      return connection.close(reception.fullReason());
    }
    var album = shares.open(connection.id());
    var output = new ConnectionOutput(connection, album, tracing);
    var desk = new Reception.Desk(output, album, clock, executor, allowance);
    connection
        .userData()
        .put(GUEST, reception.welcome(desk, ResumeToken.of(connection.handshakeRequest().query())));
    return Uni.createFrom().voidItem();
  }

  // A message that crosses its connection's closing finds nobody. Void methods would block.
  @NonBlocking
  @OnTextMessage
  void message(String json, WebSocketConnection connection) {
    Guest guest = connection.userData().get(GUEST);
    if (guest != null) {
      guest.message(json);
    }
  }

  @NonBlocking
  @OnBinaryMessage
  void binary(Buffer message, WebSocketConnection connection) {
    Guest guest = connection.userData().get(GUEST);
    if (guest != null) {
      guest.binary(message.length());
    }
  }

  @NonBlocking
  @OnPongMessage
  void pong(Buffer ignored, WebSocketConnection connection) {
    Guest guest = connection.userData().get(GUEST);
    if (guest != null) {
      guest.heard();
    }
  }

  @NonBlocking
  @OnClose
  void close(WebSocketConnection connection) {
    Guest guest = connection.userData().remove(GUEST);
    if (guest != null) {
      CloseReason reason = connection.closeReason();
      guest.closed(reason == null ? OptionalLong.empty() : OptionalLong.of(reason.getCode()));
    }
  }

  @OnError
  Uni<Void> failed(Throwable cause, WebSocketConnection connection) {
    if (connection.isClosed()) {
      return Uni.createFrom().voidItem();
    }
    return connection.close(tooBig(cause) ? Closing.TOO_BIG : Closing.FAILED);
  }

  // Vert.x tells this failure from others by its words alone.
  private static boolean tooBig(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("max message size");
  }
}
