package dev.lukis.bench.virtual;

import dev.lukis.bench.Readings;
import dev.lukis.bench.Screen;
import dev.lukis.bench.TypingTrace;
import dev.lukis.bench.Visit;
import dev.lukis.dispatch.DispatchSettings;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.dispatch.SupersessionPolicy;
import dev.lukis.dispatch.VirtualDispatcher;
import dev.lukis.image.ImageFormat;
import dev.lukis.painting.ImageCache;
import dev.lukis.painting.local.ImageEncoder;
import dev.lukis.painting.local.LocalPainter;
import dev.lukis.safety.Safety;
import dev.lukis.session.PlanSettings;
import dev.lukis.session.SessionLimits;
import dev.lukis.session.SessionObserver;
import dev.lukis.session.SessionProfile;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionSupport;
import dev.lukis.session.TypingSession;
import dev.lukis.session.typing.DebounceWaits;
import dev.lukis.text.PromptReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Typists at the service's own sessions and denoising loop, in virtual time, with its default
 * settings. The same run gives the same readings on every machine. Not thread-safe.
 */
final class VirtualCrowd {
  private static final int SIZE = 128;
  private static final int SETTLE_STEPS = 4;
  private static final int STAGGER_MILLIS = 2_000;
  private static final long SEEDS_PER_TYPIST = 1_000;
  private static final int PROMPT_LENGTH = 1_000;
  // So much that nothing is ever dropped: what a full cache drops is decided by other threads.
  private static final long CACHE_BYTES = 1 << 30;

  private final VirtualTime time = new VirtualTime();
  private final List<VirtualTypist> typists = new ArrayList<>();
  private final ImageCache cache = new ImageCache(CACHE_BYTES);
  private final Visit visit;
  private final int draftSteps;
  private final VirtualDispatcher dispatcher;
  final Readings readings;

  VirtualCrowd(
      Visit visit, SupersessionPolicy policy, StageCosts costs, int batchCap, int draftSteps) {
    this.visit = visit;
    this.draftSteps = draftSteps;
    this.readings = new Readings(visit.size());
    DispatchSettings settings =
        new DispatchSettings(policy, batchCap, Duration.ofMillis(700), Duration.ofSeconds(3));
    this.dispatcher =
        new VirtualDispatcher(new VirtualPipeline(time, costs), settings, time::nanoTime);
    Random random = new Random(visit.staggerSeed());
    for (int i = 0; i < visit.size(); i++) {
      seat(i, 1 + random.nextInt(STAGGER_MILLIS));
    }
  }

  private void seat(int index, long delayMillis) {
    List<TypingTrace> order = new ArrayList<>(TypingTrace.all());
    Collections.shuffle(order, new Random(visit.orderSeed(index)));
    VirtualTypist typist =
        new VirtualTypist(
            time,
            new Screen(readings, index, new DebounceWaits(0)),
            readings,
            Stream.generate(() -> order).flatMap(List::stream).iterator(),
            visit.person(index) * SEEDS_PER_TYPIST);
    SessionSupport support =
        new SessionSupport(
            new LocalPainter(
                dispatcher::open, new ImageEncoder(Safety.NONE, Runnable::run, nanos -> {})),
            text -> PromptReading.PLAIN,
            dispatcher::draftNanos,
            time,
            Runnable::run,
            cache,
            Safety.NONE,
            SessionObserver.NONE);
    SessionSettings settings = new SessionSettings(0, SIZE, SIZE, null, "", ImageFormat.PNG, false);
    typist.begin(new TypingSession(profile(), settings, typist, support), delayMillis);
    typists.add(typist);
  }

  private SessionProfile profile() {
    return new SessionProfile(
        DebounceWaits.DEFAULTS,
        Duration.ofMillis(600),
        Duration.ofSeconds(10),
        new SessionLimits(PROMPT_LENGTH, new AnySize()),
        new PlanSettings(draftSteps, 1, SETTLE_STEPS, 1));
  }

  private static final class AnySize implements SessionLimits.Sizes {
    @Override
    public boolean supports(int width, int height) {
      return true;
    }

    @Override
    public String supported() {
      return "any";
    }
  }

  /** Lets all typists type for so long. */
  Readings type(int seconds) {
    long end = Duration.ofSeconds(seconds).toNanos();
    while (time.nanoTime() < end && (dispatcher.turn() || time.passToNext())) {}
    typists.forEach(VirtualTypist::leave);
    return readings;
  }

  DispatchStatistics statistics() {
    return dispatcher.statistics();
  }
}
