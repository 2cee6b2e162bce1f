package dev.lukis.session;

import dev.lukis.dispatch.SteppedDispatcher;
import dev.lukis.image.ImageFormat;
import dev.lukis.painting.ImageCache;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.Painter;
import dev.lukis.painting.RecordingPainter;
import dev.lukis.painting.local.ImageEncoder;
import dev.lukis.painting.local.LocalPainter;
import dev.lukis.safety.Safety;
import dev.lukis.session.typing.DebounceTiming;
import dev.lukis.text.PromptReading;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A typing session with a clock, a dispatcher and a client that a test plays. */
final class SessionFixture implements SessionOutput, SessionClock {
  /** An image that was sent. */
  record Sent(long number, PaintedImage image) {}

  final RecordingPainter requests = new RecordingPainter();
  final List<Long> satisfied = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  final List<Sent> images = new ArrayList<>();
  final List<UniEmitter<? super Void>> writes = new ArrayList<>();
  final TypingSession session;
  final ImageCache cache = new ImageCache(1 << 20);
  final List<Long> staleness = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  PromptReading reading = PromptReading.PLAIN;
  Function<String, PromptReading> reader = text -> reading;
  Safety safety = Safety.NONE;
  boolean slow;
  boolean refuseImages;
  boolean stalled;
  int dropped;

  private final Optional<SteppedDispatcher> dispatcher;
  private final List<Timer> timers = new ArrayList<>();
  private long now = 1_000_000_000L;

  private record Timer(long at, Runnable task) {}

  SessionFixture() {
    this(Optional.empty());
  }

  /** A session whose requests are painted by a dispatcher. */
  SessionFixture(SteppedDispatcher dispatcher) {
    this(Optional.of(dispatcher));
  }

  private SessionFixture(Optional<SteppedDispatcher> dispatcher) {
    this.dispatcher = dispatcher;
    SessionLimits.Sizes sizes =
        new SessionLimits.Sizes() {
          @Override
          public boolean supports(int width, int height) {
            return width == 128 && height == 128;
          }

          @Override
          public String supported() {
            return "128 x 128";
          }
        };
    SessionProfile profile =
        new SessionProfile(
            new DebounceTiming(
                Duration.ofMillis(120),
                Duration.ofMillis(60),
                Duration.ofMillis(300),
                Duration.ofMillis(400),
                Duration.ofSeconds(1)),
            Duration.ofMillis(600),
            Duration.ofSeconds(10),
            new SessionLimits(40, sizes),
            new PlanSettings(2, 1, 8, 1.5f));
    SessionSettings settings = new SessionSettings(7, 128, 128, null, "", ImageFormat.PNG, false);
    SessionObserver observer =
        new SessionObserver() {
          @Override
          public void dropped() {
            dropped++;
          }

          @Override
          public void staleness(long nanos) {
            staleness.add(nanos / 1_000_000);
          }
        };
    Painter painter =
        dispatcher
            .<Painter>map(
                painting ->
                    new LocalPainter(
                        painting::open, new ImageEncoder(Safety.NONE, Runnable::run, nanos -> {})))
            .orElse(requests);
    SessionSupport support =
        new SessionSupport(
            painter,
            text -> reader.apply(text),
            () -> 0,
            this,
            Runnable::run,
            cache,
            text -> safety.judge(text),
            observer);
    session = new TypingSession(profile, settings, this, support);
  }

  void type(long revision, String text) {
    session.prompt(revision, text, false);
  }

  /** Lets time pass; timers run when they are due. */
  void pass(long millis) {
    long until = now + millis * 1_000_000;
    for (Timer timer = nextDue(until); timer != null; timer = nextDue(until)) {
      timers.remove(timer);
      now = Math.max(now, timer.at());
      timer.task().run();
    }
    now = until;
  }

  private @Nullable Timer nextDue(long until) {
    return timers.stream()
        .filter(timer -> timer.at() <= until)
        .min(Comparator.comparingLong(Timer::at))
        .orElse(null);
  }

  int timers() {
    return timers.size();
  }

  void paint(PaintRequest request) {
    requests.paint(request);
  }

  void paintSteered(PaintRequest request) {
    requests.paintSteered(request);
  }

  void preview(PaintRequest request) {
    requests.preview(request);
  }

  void fail(PaintRequest request) {
    requests.fail(request);
  }

  PaintedImage lastImage() {
    return images.get(images.size() - 1).image();
  }

  /** The oldest write completes. */
  void written() {
    writes.remove(0).complete(null);
  }

  List<Long> shown() {
    return images.stream().map(sent -> sent.image().header().revision()).toList();
  }

  @Override
  public void satisfied(long revision) {
    satisfied.add(revision);
  }

  @Override
  public void failed(long revision, String code, String message) {
    failures.add(revision + " " + code);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public Uni<Void> image(long number, PaintedImage image, long elapsedMillis) {
    if (refuseImages) {
      throw new IllegalStateException("scripted");
    }
    images.add(new Sent(number, image));
    return slow ? Uni.createFrom().emitter(writes::add) : Uni.createFrom().voidItem();
  }

  @Override
  public void stalled() {
    stalled = true;
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    Timer timer = new Timer(now + delay.toNanos(), task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }
}
