package dev.lukis.dispatch;

import dev.lukis.model.OutOfDeviceMemoryException;
import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does one denoising step after the other, each for the sessions that need it most. Every call of
 * {@link #turn()} is one step boundary: admit, supersede, choose, step, show. Denoising thread
 * only, except {@link #add}, {@link #sessions} and {@link #draftNanos}; it never waits.
 */
final class DenoisingLoop {
  private static final Logger LOG = Logger.getLogger(DenoisingLoop.class.getName());

  private final ImagePipeline pipeline;
  private final Supersession supersession;
  private final DispatchStatistics statistics;
  private final DispatchObserver observer;
  private final LongSupplier clock;
  private final ConditioningCache conditionings;
  private final int previewAhead;
  private final DraftTime draftTime = new DraftTime();
  private final Queue<Lane> opened = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();

  // Mutable state
  private final List<Lane> lanes = new ArrayList<>();
  private volatile BatchSelection selection;
  private long now;
  private long generations;

  /**
   * @param batchCap how many sessions may share a step, at least 1
   * @param previewAhead how many steps have to follow for a preview to be worth its time
   * @param clock in nanoseconds; read once a turn and around a step
   */
  DenoisingLoop(
      ImagePipeline pipeline,
      ConditioningCache conditionings,
      DispatchSettings settings,
      int batchCap,
      int previewAhead,
      DispatchStatistics statistics,
      DispatchObserver observer,
      LongSupplier clock) {
    this.pipeline = pipeline;
    this.conditionings = conditionings;
    this.supersession = new Supersession(settings.policy(), settings.maxStaleness().toNanos());
    this.selection =
        new BatchSelection(
            batchCap, pipeline.mixesTimesteps(), settings.settlePatience().toNanos());
    this.previewAhead = previewAhead;
    this.statistics = statistics;
    this.observer = observer;
    this.clock = clock;
  }

  /** Lets a session take part. From any thread. */
  void add(Lane lane) {
    sessions.incrementAndGet();
    opened.add(lane);
  }

  /** Sessions whose memory is held. From any thread. */
  int sessions() {
    return sessions.get();
  }

  /** How many sessions may share a step; falls when memory proves too small. From any thread. */
  int batchCap() {
    return selection.cap();
  }

  /** How long drafts take lately, in nanoseconds; 0 before the first. From any thread. */
  long draftNanos() {
    return draftTime.nanos();
  }

  /**
   * Up to one denoising step.
   *
   * @return whether there may be more to do
   */
  boolean turn() {
    now = clock.getAsLong();
    admit();
    lanes.forEach(this::review);
    List<Lane> batch = selection.choose(lanes, now);
    if (batch.isEmpty()) {
      return false;
    }
    step(batch);
    return true;
  }

  private void admit() {
    for (Lane lane = opened.poll(); lane != null; lane = opened.poll()) {
      lanes.add(lane);
    }
    lanes.removeIf(this::left);
  }

  private boolean left(Lane lane) {
    boolean closed = lane.mailbox().closed();
    if (closed) {
      drop(lane);
      sessions.decrementAndGet();
    }
    return closed;
  }

  private void review(Lane lane) {
    boolean withdrawn = lane.mailbox().takeWithdrawal() && !lane.committed();
    if (lane.mailbox().takeStop() || withdrawn) {
      drop(lane);
    }
    GenerationRequest newer = lane.mailbox().peek();
    if (newer != null) {
      guarded(List.of(lane), newer, () -> supersede(lane, newer));
    }
  }

  private void supersede(Lane lane, GenerationRequest newer) {
    lane.waits(now);
    RunningGeneration running = lane.running();
    if (running == null) {
      begin(lane, newer, now);
      return;
    }
    switch (supersession.verdict(running, newer, lane.waited(now), draftTime.nanos())) {
      case FINISH -> {}
      case ADOPT -> adopt(lane, running, newer);
      case STEER -> steer(lane, running, newer);
      case RESTART -> restart(lane, newer);
      case SHOW_AND_RESTART -> {
        if (running.unseenSteps() > 0) {
          show(List.of(lane));
        }
        restart(lane, newer);
      }
    }
  }

  private static void adopt(Lane lane, RunningGeneration running, GenerationRequest newer) {
    if (lane.mailbox().remove(newer)) {
      running.adopt(newer);
    }
  }

  private void steer(Lane lane, RunningGeneration running, GenerationRequest newer) {
    if (lane.mailbox().remove(newer)) {
      running.steer(newer, conditionings.encode(newer.image()));
      statistics.addSteered();
    }
  }

  private void restart(Lane lane, GenerationRequest newer) {
    RunningGeneration running = running(lane);
    drop(lane);
    statistics.addSuperseded();
    begin(lane, newer, running.begun() ? now : running.begunAt());
  }

  /**
   * @param place when it came to its place among those that run; a request that replaces one before
   *     its first step keeps that one's place
   */
  private void begin(Lane lane, GenerationRequest request, long place) {
    if (lane.mailbox().remove(request)) {
      Conditioning conditioning = conditionings.encode(request.image());
      Generation generation = pipeline.begin(request.image(), conditioning);
      lane.run(new RunningGeneration(++generations, generation, request, place));
      statistics.addGeneration();
    }
  }

  private void drop(Lane lane) {
    RunningGeneration running = lane.running();
    if (running != null) {
      statistics.addWastedSteps(running.unseenSteps());
      lane.rest();
    }
  }

  private void step(List<Lane> batch) {
    for (Lane lane : batch) {
      RunningGeneration running = running(lane);
      if (!running.begun()) {
        observer.waited(now - running.begunAt());
      }
    }
    boolean done =
        guarded(
            batch,
            null,
            () -> pipeline.step(batch.stream().map(DenoisingLoop::generation).toList()));
    if (!done) {
      return;
    }
    statistics.addSteps(batch.size());
    long after = clock.getAsLong();
    observer.stepped(batch.size(), after - now);
    now = after;
    batch.forEach(lane -> running(lane).stepped());
    List<Lane> shown = batch.stream().filter(this::worthShowing).toList();
    show(shown, true);
    show(shown, false);
  }

  // Finished images first; previews are made by other means.
  private void show(List<Lane> shown, boolean finished) {
    List<Lane> alike =
        shown.stream()
            .filter(lane -> lane.running() != null && running(lane).finished() == finished)
            .toList();
    if (!alike.isEmpty()) {
      guarded(alike, null, () -> show(alike));
    }
  }

  // A preview is worth its decoding to somebody who has seen nothing of these words yet, as long as
  // it keeps nobody else from a step, and shows them sooner than the steps that it delays.
  private boolean worthShowing(Lane lane) {
    RunningGeneration running = running(lane);
    if (lane.mailbox().cancelled()) {
      return false;
    }
    boolean early = running.remainingSteps() >= previewAhead;
    return running.finished() || (early && lane.unseen() && uncrowded());
  }

  private boolean uncrowded() {
    return lanes.stream().filter(lane -> lane.running() != null).count() <= selection.cap();
  }

  /**
   * @param shown all finished, or none
   */
  private void show(List<Lane> shown) {
    List<Generation> generations = shown.stream().map(DenoisingLoop::generation).toList();
    List<Tensor> pixels =
        generations.get(0).finished()
            ? pipeline.decode(generations)
            : pipeline.preview(generations);
    now = clock.getAsLong();
    for (int i = 0; i < shown.size(); i++) {
      deliver(shown.get(i), pixels.get(i));
    }
  }

  private void deliver(Lane lane, Tensor pixels) {
    RunningGeneration running = running(lane);
    GeneratedImage image = running.show(pixels);
    lane.shown(image.request().revision(), now);
    if (running.finished() && running.draft() && !running.steered()) {
      draftTime.add(now - running.begunAt());
    }
    if (running.finished()) {
      lane.rest();
    }
    lane.listener().onImage(image);
  }

  private static RunningGeneration running(Lane lane) {
    return Objects.requireNonNull(lane.running());
  }

  private static Generation generation(Lane lane) {
    return running(lane).generation();
  }

  /** Runs an action for lanes; when it fails, their generations end and their sessions go on. */
  private boolean guarded(
      List<Lane> affected, @Nullable GenerationRequest attempted, Runnable action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      if (e instanceof OutOfDeviceMemoryException) {
        lowerCap(affected.size(), e);
      } else {
        LOG.log(Level.WARNING, "a generation failed", e);
      }
      affected.forEach(lane -> fail(lane, attempted, e));
      return false;
    }
  }

  // So many did not fit. Half of them may; those whom it hit are answered, and ask again.
  private void lowerCap(int tried, RuntimeException cause) {
    int tooMany = tried > 1 ? Math.min(selection.cap(), tried) : selection.cap();
    int lower = Math.max(1, tooMany / 2);
    LOG.warning(
        "%s with %d at a time; from now on at most %d share a step"
            .formatted(cause.getMessage(), tried, lower));
    selection = selection.withCap(lower);
  }

  private void fail(Lane lane, @Nullable GenerationRequest attempted, RuntimeException cause) {
    RunningGeneration running = lane.running();
    lane.rest();
    GenerationRequest failed = running == null ? attempted : running.request();
    if (attempted != null && lane.mailbox().remove(attempted)) {
      failed = attempted;
    }
    if (failed != null) {
      lane.listener().onFailure(failed, cause);
    }
  }
}
