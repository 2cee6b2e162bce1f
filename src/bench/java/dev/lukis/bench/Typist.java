package dev.lukis.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One person at a page: types one prompt after the other as their traces say, in real time,
 * acknowledges what they see, and goes on to the next prompt a second after the settled image. On
 * the connection's event loop only.
 */
public final class Typist {
  private static final long PAUSE_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 30_000;

  private final Vertx vertx;
  private final WebSocket socket;
  private final Readings readings;
  private final Screen screen;
  private final Iterator<TypingTrace> traces;

  // Mutable state
  private long seed;
  private long revision;
  private TypingTrace trace = new TypingTrace("", List.of());
  private long traceBegan;
  private int typed;
  private long timer = -1;
  private boolean waiting;
  private boolean gone;

  /**
   * @param traces without end
   * @param seed of the first prompt's noise; every further prompt has the next
   */
  public Typist(
      Vertx vertx,
      WebSocket socket,
      Readings readings,
      Screen screen,
      Iterator<TypingTrace> traces,
      long seed) {
    this.vertx = vertx;
    this.socket = socket;
    this.readings = readings;
    this.screen = screen;
    this.traces = traces;
    this.seed = seed;
    socket.binaryMessageHandler(this::seen);
    socket.textMessageHandler(this::told);
    socket.closeHandler(ignored -> lost());
  }

  /** Begins to type after a delay of at least 1 ms. */
  public void begin(long delayMillis) {
    timer = vertx.setTimer(delayMillis, ignored -> beginPrompt());
  }

  /** Leaves in the midst of it; what comes from now on is not read. */
  public void leave() {
    if (!gone) {
      gone = true;
      vertx.cancelTimer(timer);
      screen.leaves(now());
    }
  }

  // A new seed, so that no image of an earlier prompt can be used again.
  private void beginPrompt() {
    send(new JsonObject().put("type", "stop"));
    send(new JsonObject().put("type", "settings").put("seed", seed++).put("acks", true));
    trace = traces.next();
    typed = 0;
    traceBegan = now() - trace.edits().get(0).atMs();
    screen.promptBegins(now());
    type();
  }

  private void type() {
    TypingTrace.Edit edit = trace.edits().get(typed++);
    revision++;
    screen.typed(revision, edit.text(), now());
    send(new JsonObject().put("type", "prompt").put("revision", revision).put("text", edit.text()));
    if (typed < trace.edits().size()) {
      long due = traceBegan + trace.edits().get(typed).atMs();
      timer = vertx.setTimer(Math.max(1, due - now()), ignored -> type());
    } else {
      waiting = true;
      timer = vertx.setTimer(PATIENCE_MILLIS, ignored -> giveUp());
    }
  }

  private void giveUp() {
    readings.unsettled++;
    next();
  }

  private void next() {
    waiting = false;
    screen.promptEnds(now());
    vertx.cancelTimer(timer);
    begin(PAUSE_MILLIS);
  }

  private void seen(Buffer message) {
    if (gone) {
      return;
    }
    ImageHeader image = ImageHeader.of(message);
    screen.shown(image, now());
    send(new JsonObject().put("type", "ack").put("image", image.number()));
    nextIfSettled();
  }

  private void told(String message) {
    JsonObject json = new JsonObject(message);
    switch (json.getString("type")) {
      case "satisfied" -> {
        screen.satisfied(json.getLong("revision"));
        nextIfSettled();
      }
      case "error" -> {
        readings.errors++;
        System.err.println("a typist was told: " + message);
      }
      default -> {}
    }
  }

  private void nextIfSettled() {
    if (waiting && screen.settled()) {
      next();
    }
  }

  private void lost() {
    if (!gone) {
      readings.errors++;
      System.err.println("a typist lost the connection: " + socket.closeReason());
      leave();
    }
  }

  private void send(JsonObject message) {
    socket.writeTextMessage(message.encode());
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
