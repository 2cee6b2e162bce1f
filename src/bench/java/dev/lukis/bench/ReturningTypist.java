package dev.lukis.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
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

  private final Vertx vertx;
  private final WebSocketClient client;
  private final URI base;
  private final Tally tally;
  private final Random random;

  // Mutable state
  private WebSocket socket;
  private String token = "";
  private String text = "";
  private int wordsLeft;
  private long revision;
  private long committed;
  private long began;
  private boolean ready;
  private boolean gone;

  ReturningTypist(Vertx vertx, WebSocketClient client, URI base, Tally tally, long seed) {
    this.vertx = vertx;
    this.client = client;
    this.base = base;
    this.tally = tally;
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

  /** The cable is pulled. */
  void drop() {
    if (socket != null) {
      tally.drops++;
      socket.close((short) 1001);
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
      case "queued" -> tally.queued++;
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
      if (now() - began > PATIENCE_MILLIS) {
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
      began = now();
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
    if (committed > 0 && header.getBoolean("final") && header.getLong("revision") == committed) {
      tally.answered(now() - began);
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
