package dev.lukis.web;

import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.TypingSession;
import dev.lukis.share.Album;
import dev.lukis.share.ImageShares;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * {@code /live}: one typing session for each connection. Everything of a session runs on its
 * connection's event loop; a bad message is answered and changes nothing.
 */
@WebSocket(path = "/live")
class LiveEndpoint {
  private static final TypedKey<Seat> SEAT = new TypedKey<>("lukis.seat");
  private static final CloseReason TOO_BIG =
      new CloseReason(1009, "message: too big (expected: at most 65536 bytes)");
  private static final CloseReason FAILED = new CloseReason(1011, "the connection failed");

  private final Studio studio;
  private final ImageShares shares;
  private final Vertx vertx;

  @Inject
  LiveEndpoint(Studio studio, ImageShares shares, Vertx vertx) {
    this.studio = studio;
    this.shares = shares;
    this.vertx = vertx;
  }

  /** A session, the executor to which it is confined, and what it can share. */
  private record Seat(TypingSession session, Executor executor, Album album) {}

  @OnOpen
  Uni<Void> open(WebSocketConnection connection) {
    Context context = vertx.getOrCreateContext();
    Executor executor = task -> context.runOnContext(ignored -> task.run());
    SessionSettings settings = studio.newSettings();
    Album album = shares.open(connection.id());
    ConnectionOutput output = new ConnectionOutput(connection, album);
    TypingSession session =
        studio.open(settings, output, new VertxClock(vertx, executor), executor);
    connection.userData().put(SEAT, new Seat(session, executor, album));
    return connection.sendText(
        MessageWriter.ready(connection.id(), studio.greeting(), settings.seed()));
  }

  @OnTextMessage
  Uni<Void> message(String json, WebSocketConnection connection) {
    Seat seat = connection.userData().get(SEAT);
    if (seat == null) { // It has just closed.
      return Uni.createFrom().voidItem();
    }
    return onExecutor(
        seat,
        () -> {
          try {
            MessageReader.read(json).applyTo(seat.session());
            return Uni.createFrom().voidItem();
          } catch (RefusedException e) {
            return refuse(connection, e.code(), e.answer(), e.revision());
          }
        });
  }

  @OnBinaryMessage
  Uni<Void> binary(Buffer ignored, WebSocketConnection connection) {
    return refuse(
        connection,
        "binary-not-supported",
        "message: binary (expected: JSON text)",
        OptionalLong.empty());
  }

  @OnClose
  void close(WebSocketConnection connection) {
    Seat seat = connection.userData().remove(SEAT);
    if (seat != null) {
      seat.executor()
          .execute(
              () -> {
                seat.session().close();
                seat.album().close();
              });
    }
  }

  @OnError
  Uni<Void> failed(Throwable cause, WebSocketConnection connection) {
    return connection.close(tooBig(cause) ? TOO_BIG : FAILED);
  }

  // Vert.x tells this failure from others by its words alone.
  private static boolean tooBig(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("max message size");
  }

  private static Uni<Void> refuse(
      WebSocketConnection connection, String code, String message, OptionalLong revision) {
    return connection.sendText(MessageWriter.error(code, message, revision));
  }

  private static Uni<Void> onExecutor(Seat seat, Supplier<Uni<Void>> action) {
    return Uni.createFrom().voidItem().emitOn(seat.executor()).flatMap(ignored -> action.get());
  }
}
