package dev.lukis.web;

import dev.lukis.session.Notice;
import dev.lukis.session.OutgoingImage;
import dev.lukis.session.SessionOutput;
import dev.lukis.share.Album;
import dev.lukis.share.EncodedImage;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a session's output over its connection. A client that lets too many messages wait has
 * stopped reading. On the session's executor only.
 */
final class ConnectionOutput implements SessionOutput {
  private static final CloseReason STALLED =
      new CloseReason(1008, "the client has stopped reading");

  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final int MAX_UNSENT = 64;

  private final WebSocketConnection connection;
  private final Album album;
  private final AtomicInteger unsent = new AtomicInteger();

  // Mutable state
  private boolean stalled;

  /**
   * @param album keeps what can be shared
   */
  ConnectionOutput(WebSocketConnection connection, Album album) {
    this.connection = connection;
    this.album = album;
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
  public void notice(Notice notice) {
    text(MessageWriter.notice(notice));
  }

  @Override
  public Uni<Void> image(OutgoingImage image) {
    if (image.picture().settled()) {
      album.keep(image.number(), new EncodedImage(image.format(), image.encoded()));
    }
    return connection.sendBinary(MessageWriter.image(image));
  }

  @Override
  public void stalled() {
    if (stalled) {
      return;
    }
    stalled = true;
    connection
        .close(STALLED)
        .ifNoItem()
        .after(FAREWELL)
        .fail()
        .subscribe()
        .with(closed -> {}, failure -> Transport.abort(connection));
  }

  // A write fails when the connection is closing; the session is closed with it.
  private void text(String message) {
    if (unsent.incrementAndGet() > MAX_UNSENT) {
      stalled();
      return;
    }
    connection
        .sendText(message)
        .onTermination()
        .invoke(unsent::decrementAndGet)
        .subscribe()
        .with(sent -> {}, failure -> {});
  }
}
