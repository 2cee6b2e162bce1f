package dev.lukis.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.impl.WebSocketInternal;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** A client's connection, made again whenever it is lost. On one event loop only. */
final class ReconnectingSocket {
  private static final int RETRY_MILLIS = 250;
  private static final int GOING_AWAY = 1001;

  /** Receives what happens, on the event loop. */
  interface Listener {
    void message(JsonObject message);

    void image(Buffer message);

    /** The connection is lost, and is made again. */
    void lost(Short code);

    /** The server has refused a connection, which is tried again. */
    void refused();
  }

  private final Vertx vertx;
  private final WebSocketClient client;
  private final URI base;
  private final Listener listener;

  // Mutable state
  private WebSocket socket;
  private String token = "";
  private boolean ended;

  ReconnectingSocket(Vertx vertx, WebSocketClient client, URI base, Listener listener) {
    this.vertx = vertx;
    this.client = client;
    this.base = base;
    this.listener = listener;
  }

  /** Options of an upgrade; an empty token resumes nothing. */
  static WebSocketConnectOptions options(URI base, String token) {
    return new WebSocketConnectOptions()
        .setHost(base.getHost())
        .setPort(base.getPort())
        .setURI(token.isEmpty() ? "/live" : "/live?resume=" + token)
        .addSubProtocol("lukis.v1");
  }

  void connect() {
    if (ended) {
      return;
    }
    client
        .connect(options(base, token))
        .onSuccess(this::connected)
        .onFailure(
            failure -> {
              listener.refused();
              retry();
            });
  }

  private void retry() {
    vertx.setTimer(RETRY_MILLIS, timer -> connect());
  }

  private void connected(WebSocket opened) {
    socket = opened;
    opened.textMessageHandler(text -> listener.message(new JsonObject(text)));
    opened.binaryMessageHandler(listener::image);
    opened.exceptionHandler(failure -> {});
    opened.closeHandler(
        ignored -> {
          socket = null;
          if (!ended) {
            listener.lost(opened.closeStatusCode());
            retry();
          }
        });
  }

  /** Later connections resume the session of this token. */
  void resumeWith(String newToken) {
    token = newToken;
  }

  void send(JsonObject message) {
    if (socket != null && !socket.isClosed()) {
      socket.writeTextMessage(message.encode()).onFailure(failure -> {});
    }
  }

  /**
   * Loses the connection.
   *
   * @param silently without a close frame, as when a cable is pulled; otherwise with one, as when a
   *     page is left
   * @return whether there was a connection
   */
  boolean drop(boolean silently) {
    if (socket == null) {
      return false;
    }
    if (silently && socket instanceof WebSocketInternal connection) {
      Channel channel = connection.channelHandlerContext().channel();
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      // Below Vert.x, which would send a close frame first.
      channel.unsafe().close(channel.voidPromise());
    } else {
      socket.close((short) GOING_AWAY);
    }
    return true;
  }

  /** Closes the connection for good. */
  void end() {
    ended = true;
    if (socket != null) {
      socket.close();
    }
  }
}
