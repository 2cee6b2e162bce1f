package dev.lukis.bench.virtual;

import dev.lukis.bench.ImageHeader;
import dev.lukis.bench.Readings;
import dev.lukis.bench.Screen;
import dev.lukis.bench.TypingTrace;
import dev.lukis.bench.Typist;
import dev.lukis.painting.PaintedImage;
import dev.lukis.session.Notice;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SettingsChange;
import dev.lukis.session.TypingSession;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Like {@link Typist}, at a session in virtual time: types one prompt after the other as the traces
 * say, and goes on a second after the settled image. Nothing is lost on the way. Not thread-safe.
 */
final class VirtualTypist implements SessionOutput {
  private static final long PAUSE_MILLIS = 1_000;

  private final VirtualTime time;
  private final Screen screen;
  private final Iterator<TypingTrace> traces;
  private final Readings readings;

  // Mutable state
  private @Nullable TypingSession session;
  private long seed;
  private long revision;
  private TypingTrace trace = new TypingTrace("", List.of());
  private long traceBegan;
  private int typed;
  private boolean waiting;

  VirtualTypist(
      VirtualTime time, Screen screen, Readings readings, Iterator<TypingTrace> traces, long seed) {
    this.time = time;
    this.screen = screen;
    this.readings = readings;
    this.traces = traces;
    this.seed = seed;
  }

  void begin(TypingSession at, long delayMillis) {
    session = at;
    time.scheduleAt(delayMillis, this::beginPrompt);
  }

  void leave() {
    screen.leaves(time.millis());
  }

  private void beginPrompt() {
    session().stop();
    session().change(newSeed(seed++));
    trace = traces.next();
    typed = 0;
    traceBegan = time.millis() - trace.edits().get(0).atMs();
    screen.promptBegins(time.millis());
    type();
  }

  private static SettingsChange newSeed(long seed) {
    return SettingsChange.NONE.withSeed(seed);
  }

  private void type() {
    TypingTrace.Edit edit = trace.edits().get(typed++);
    revision++;
    screen.typed(revision, edit.text(), time.millis());
    session().prompt(revision, edit.text(), false);
    if (typed < trace.edits().size()) {
      time.scheduleAt(traceBegan + trace.edits().get(typed).atMs(), this::type);
    } else {
      waiting = true;
      nextIfSettled();
    }
  }

  private void nextIfSettled() {
    if (waiting && screen.settled()) {
      waiting = false;
      screen.promptEnds(time.millis());
      time.scheduleAt(time.millis() + PAUSE_MILLIS, this::beginPrompt);
    }
  }

  private TypingSession session() {
    return Objects.requireNonNull(session);
  }

  @Override
  public void satisfied(long satisfied) {
    screen.satisfied(satisfied);
    nextIfSettled();
  }

  @Override
  public Uni<Void> image(long number, PaintedImage image, long elapsedMillis) {
    screen.shown(
        new ImageHeader(number, image.header().revision(), image.header().settled()),
        time.millis());
    nextIfSettled();
    return Uni.createFrom().voidItem();
  }

  @Override
  public void failed(long failed, String code, String message) {
    readings.errors++;
  }

  @Override
  public void notice(Notice notice) {}

  @Override
  public void stalled() {
    readings.errors++;
  }
}
