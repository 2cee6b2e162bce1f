package dev.lukis.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A person who types a prompt word by word, presses Enter, waits for the settled picture, and types
 * the next. After a lost connection they resume their session, and repeat the prompt and Enter if
 * the picture is still missing. On one event loop only.
 */
final class ReconnectingTypist implements ReconnectingSocket.Listener {
  private static final String[] WORDS = {
    "a", "red", "balloon", "on", "the", "beach", "at", "night", "blue", "boat", "snow", "castle"
  };
  private static final int WORD_MILLIS = 180;
  private static final int PAUSE_MILLIS = 500;
  private static final long PATIENCE_MILLIS = 60_000;

  private final Vertx vertx;
  private final ReconnectingSocket socket;
  private final Random random;

  // Mutable state
  private Tally tally = new Tally();
  private String text = "";
  private int wordsLeft;
  private long revision;
  private long typedAt;
  private boolean unseen;
  private long committed;
  private long committedAt;
  private boolean ready;
  private boolean gone;

  ReconnectingTypist(Vertx vertx, WebSocketClient client, URI base, long seed) {
    this.vertx = vertx;
    this.socket = new ReconnectingSocket(vertx, client, base, this);
    this.random = new Random(seed);
  }

  void come() {
    nextPrompt();
    socket.connect();
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

  /** Measurements go there from now on. */
  void tellTo(Tally other) {
    tally = other;
  }

  /** Whether a picture is missing that they have pressed Enter for. */
  boolean waiting() {
    return committed > 0;
  }

  /**
   * Loses the connection.
   *
   * @param silently without a close frame
   */
  void drop(boolean silently) {
    if (socket.drop(silently)) {
      tally.drops++;
    }
  }

  void leave() {
    gone = true;
    socket.end();
  }

  @Override
  public void refused() {
    tally.refusals++;
  }

  @Override
  public void lost(Short code) {
    ready = false;
    unseen = false;
    tally.closed(code);
  }

  @Override
  public void message(JsonObject json) {
    switch (json.getString("type")) {
      case "ready" -> {
        ready = true;
        socket.resumeWith(json.getJsonObject("resume").getString("token"));
        JsonObject resumed = json.getJsonObject("resumed");
        tally.resumed += resumed == null ? 0 : 1;
        revision = Math.max(revision, resumed == null ? 0 : resumed.getLong("revision"));
        repeat();
      }
      case "error" -> tally.errors++;
      default -> {}
    }
  }

  // The server may not have received the newest words.
  private void repeat() {
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
      socket.send(
          new JsonObject().put("type", "prompt").put("revision", revision).put("text", text));
    }
  }

  private void commit() {
    committed = Math.max(1, revision);
    if (ready) {
      socket.send(new JsonObject().put("type", "commit").put("revision", revision));
    }
  }

  @Override
  public void image(Buffer message) {
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

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
