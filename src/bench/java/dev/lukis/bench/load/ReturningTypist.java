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
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One person who comes again whatever happens: types a prompt word by word, presses Enter, waits
 * for the settled picture, types the next. When the connection is lost they come back with their
 * token and, where the picture has not come yet, type and press Enter again. On one event loop
 * only.
 */
final class ReturningTypist {
  private static final String[] WORDS = {
    "a", "red", "balloon", "on", "the", "beach", "at", "night", "blue", "boat", "snow", "castle"
  };
  private static final int WORD_MILLIS = 180;
  private static final int PAUSE_MILLIS = 500;
  private static final int BACK_MILLIS = 250;
  private static final long PATIENCE_MILLIS = 60_000;
  private static final int GOING_AWAY = 1001;

  private final Vertx vertx;
  private final WebSocketClient client;
  private final URI base;
  private final Random random;

  // Mutable state
  private Tally tally = new Tally();
  private WebSocket socket;
  private String token = "";
  private String text = "";
  private int wordsLeft;
  private long revision;
  private long typedAt;
  private boolean unseen;
  private long committed;
  private long committedAt;
  private boolean ready;
  private boolean gone;

  ReturningTypist(Vertx vertx, WebSocketClient client, URI base, long seed) {
    this.vertx = vertx;
    this.client = client;
    this.base = base;
    this.random = new Random(seed);
  }

  void come() {
    nextPrompt();
    connect();
    vertx.setPeriodic(
        WORD_MILLIS,
        timer -> {
          if (gone) {
            vertx.cancelTimer(timer);
          } else {
            type();
          }
        });
  }

  /** From now on this is where experiences go. */
  void tellTo(Tally other) {
    tally = other;
  }

  /** Whether they wait for a picture that they have pressed Enter for. */
  boolean waiting() {
    return committed > 0;
  }

  /**
   * The connection is lost.
   *
   * @param silently without a word, as when a cable is pulled, or with a close frame, as when a
   *     page is left
   */
  void drop(boolean silently) {
    if (socket == null) {
      return;
    }
    tally.drops++;
    if (silently && socket instanceof WebSocketInternal connection) {
      Channel channel = connection.channelHandlerContext().channel();
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      // Below Vert.x, which would say goodbye first.
      channel.unsafe().close(channel.voidPromise());
    } else {
      socket.close((short) GOING_AWAY);
    }
  }

  void leave() {
    gone = true;
    if (socket != null) {
      socket.close();
    }
  }

  private void connect() {
    if (gone) {
      return;
    }
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost(base.getHost())
            .setPort(base.getPort())
            .setURI(token.isEmpty() ? "/live" : "/live?resume=" + token)
            .addSubProtocol("lukis.v1");
    client
        .connect(options)
        .onSuccess(this::connected)
        .onFailure(
            failure -> {
              tally.refusals++;
              vertx.setTimer(BACK_MILLIS, timer -> connect());
            });
  }

  private void connected(WebSocket opened) {
    socket = opened;
    opened.textMessageHandler(this::told);
    opened.binaryMessageHandler(this::seen);
    opened.exceptionHandler(failure -> {});
    opened.closeHandler(
        ignored -> {
          ready = false;
          socket = null;
          unseen = false;
          if (!gone) {
            tally.closed(opened.closeStatusCode());
            vertx.setTimer(BACK_MILLIS, timer -> connect());
          }
        });
  }

  private void told(String message) {
    JsonObject json = new JsonObject(message);
    switch (json.getString("type")) {
      case "ready" -> {
        ready = true;
        token = json.getJsonObject("resume").getString("token");
        JsonObject resumed = json.getJsonObject("resumed");
        tally.resumed += resumed == null ? 0 : 1;
        revision = Math.max(revision, resumed == null ? 0 : resumed.getLong("revision"));
        again();
      }
      case "error" -> tally.errors++;
      default -> {}
    }
  }

  // What was typed before the connection was lost is typed anew.
  private void again() {
    if (!text.isEmpty()) {
      prompt();
    }
    if (committed > 0) {
      commit();
    }
  }

  private void type() {
    if (committed > 0) {
      if (now() - committedAt > PATIENCE_MILLIS) {
        tally.lost++;
        nextPrompt();
      }
      return;
    }
    if (wordsLeft > 0) {
      wordsLeft--;
      text = (text + " " + WORDS[random.nextInt(WORDS.length)]).strip();
      prompt();
    } else if (wordsLeft == 0) {
      committedAt = now();
      committed = revision;
      tally.committed++;
      commit();
    } else {
      wordsLeft++;
      wordsLeft = wordsLeft == -1 ? 2 + random.nextInt(5) : wordsLeft;
    }
  }

  private void prompt() {
    if (ready) {
      revision++;
      typedAt = now();
      unseen = true;
      send(new JsonObject().put("type", "prompt").put("revision", revision).put("text", text));
    }
  }

  private void commit() {
    committed = Math.max(1, revision);
    if (ready) {
      send(new JsonObject().put("type", "commit").put("revision", revision));
    }
  }

  private void seen(Buffer message) {
    tally.images++;
    JsonObject header = message.getBuffer(4, 4 + message.getInt(0)).toJsonObject();
    if (unseen && header.getLong("revision") == revision) {
      unseen = false;
      tally.words.add(now() - typedAt);
    }
    if (committed > 0 && header.getBoolean("final") && header.getLong("revision") == committed) {
      tally.commits.add(now() - committedAt);
      nextPrompt();
    }
  }

  private void nextPrompt() {
    text = "";
    committed = 0;
    wordsLeft = -1 - PAUSE_MILLIS / WORD_MILLIS;
  }

  private void send(JsonObject message) {
    if (socket != null && !socket.isClosed()) {
      socket.writeTextMessage(message.encode()).onFailure(failure -> {});
    }
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
