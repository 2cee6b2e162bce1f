package dev.lukis.web;

import dev.lukis.session.OutgoingImage;
import dev.lukis.session.SessionOutput;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/** Sends a session's output over its connection. */
final class ConnectionOutput implements SessionOutput {
  private static final CloseReason STALLED =
      new CloseReason(1008, "the client has stopped reading");

  private final WebSocketConnection connection;

  ConnectionOutput(WebSocketConnection connection) {
    this.connection = connection;
  }

  @Override
  public void satisfied(long revision) {
    text(MessageWriter.satisfied(revision));
  }

  @Override
  public void failed(long revision, String code, String message) {
    text(MessageWriter.error(code, message, OptionalLong.of(revision)));
  }

  @Override
  public Uni<Void> image(OutgoingImage image) {
    return connection.sendBinary(MessageWriter.image(image));
  }

  @Override
  public void stalled() {
    connection.close(STALLED).subscribe().with(closed -> {}, failure -> {});
  }

  // A write fails when the connection is closing; the session is closed with it.
  private void text(String message) {
    connection.sendText(message).subscribe().with(sent -> {}, failure -> {});
  }
}
