package dev.lukis.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** A typist who waits in the queue, and types meanwhile. On one event loop only. */
final class QueuedTypist {
  private static final int WORD_MILLIS = 180;

  private final Vertx vertx;

  // Mutable state
  private WebSocket socket;
  private long revision;
  private boolean gone;

  QueuedTypist(Vertx vertx) {
    this.vertx = vertx;
  }

  void come(WebSocketClient client, URI base) {
    client
        .connect(ReconnectingSocket.options(base, ""))
        .onSuccess(
            opened -> {
              socket = opened;
              vertx.setPeriodic(WORD_MILLIS, this::type);
            });
  }

  private void type(long timer) {
    if (gone || socket.isClosed()) {
      vertx.cancelTimer(timer);
      return;
    }
    JsonObject prompt =
        new JsonObject()
            .put("type", "prompt")
            .put("revision", ++revision)
            .put("text", "a blue boat " + revision);
    socket.writeTextMessage(prompt.encode()).onFailure(failure -> {});
  }

  void leave() {
    gone = true;
    if (socket != null) {
      socket.close();
    }
  }
}
