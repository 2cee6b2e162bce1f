package dev.lukis.live;

import dev.lukis.gallery.ShareableImages;
import dev.lukis.live.protocol.MessageWriter;
import dev.lukis.live.protocol.ReadyInfo;
import dev.lukis.live.protocol.ServerMessage;
import dev.lukis.painting.PaintedImage;
import dev.lukis.session.Notice;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionOutput;
import dev.lukis.telemetry.ImageTracing;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a session's output over its connection. A client for which too many messages wait reads too
 * slowly and is closed. On the connection's executor only.
 */
final class ConnectionOutput implements SessionOutput {
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(1);
  private static final int MAX_UNSENT = 64;

  private final WebSocketConnection connection;
  private final ShareableImages shareableImages;
  private final ImageTracing tracing;
  private final AtomicInteger unsent = new AtomicInteger();

  // Mutable state
  private boolean closing;

  /**
   * @param shareableImages keeps the images that can be shared
   */
  ConnectionOutput(
      WebSocketConnection connection, ShareableImages shareableImages, ImageTracing tracing) {
    this.connection = connection;
    this.shareableImages = shareableImages;
    this.tracing = tracing;
  }

  @Override
  public void satisfied(long revision) {
    send(new ServerMessage.Satisfied(revision));
  }

  @Override
  public void failed(long revision, String code, String message) {
    send(new ServerMessage.Error(code, message, revision));
  }

  @Override
  public void notice(Notice notice) {
    send(ServerMessage.Notice.of(notice));
  }

  @Override
  public Uni<Void> image(long number, PaintedImage image, long elapsedMillis) {
    if (image.header().settled()) {
      shareableImages.keep(number, image);
    }
    return tracing.traced(
        image,
        elapsedMillis,
        connection.sendBinary(MessageWriter.image(number, image, elapsedMillis)));
  }

  void ready(ReadyInfo.Ready ready) {
    send(ServerMessage.Ready.of(connection.id(), ready));
  }

  void queued(long revision, int position) {
    send(new ServerMessage.Queued(revision, position));
  }

  void refused(RefusedException refused) {
    send(ServerMessage.Error.of(refused));
  }

  @Override
  public void stalled() {
    close(CloseReasons.STALLED);
  }

  /** Starts the close handshake, and cuts the connection if it takes longer than a second. */
  void close(CloseReason reason) {
    if (closing) {
      return;
    }
    closing = true;
    connection.close(reason).subscribe().with(closed -> {}, failure -> {});
    Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(CLOSE_DEADLINE)
        .subscribe()
        .with(ignored -> ConnectionTransport.abort(connection));
  }

  /** Ends the connection without a close frame. From any thread. */
  void cut() {
    ConnectionTransport.abort(connection);
  }

  // A write fails when the connection is closing; the session is closed with it.
  private void send(ServerMessage message) {
    if (closing) {
      return;
    }
    if (unsent.incrementAndGet() > MAX_UNSENT) {
      stalled();
      return;
    }
    connection
        .sendText(MessageWriter.text(message))
        .onTermination()
        .invoke(unsent::decrementAndGet)
        .subscribe()
        .with(sent -> {}, failure -> {});
  }
}
