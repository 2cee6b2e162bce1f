package dev.lukis.dispatch;

import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.pipeline.UnusableOutputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does one denoising step after the other, each for the sessions that need it most. Every call of
 * {@link #turn()} is one step boundary: admit, supersede, choose, step, show. Denoising thread
 * only, except {@link #add}, {@link #sessions}, {@link #batchCap} and {@link #draftNanos}; it never
 * waits.
 */
final class DenoisingLoop {
  private static final Logger LOG = Logger.getLogger(DenoisingLoop.class.getName());

  private final ImagePipeline pipeline;
  private final Supersession supersession;
  private final GenerationControl control;
  private final ImagePresenter presenter;
  private final DispatchStatistics statistics;
  private final DispatchObserver observer;
  private final LongSupplier clock;
  private final DraftTime draftTime = new DraftTime();
  private final FailureLog failures = new FailureLog();
  private final Queue<SessionSlot> opened = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();

  // Mutable state
  private final List<SessionSlot> lanes = new ArrayList<>();
  private volatile BatchSelection selection;
  private long now;

  /**
   * @param batchCap how many sessions may share a step, at least 1
   * @param previewAhead how many steps have to follow for a preview to be worth its time
   * @param clock in nanoseconds; read once a turn, around a step and after every decoding
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
    this.supersession = new Supersession(settings.policy(), settings.maxStaleness().toNanos());
    this.control = new GenerationControl(pipeline, conditionings, statistics);
    this.presenter = new ImagePresenter(pipeline, previewAhead, draftTime, clock);
    this.selection =
        new BatchSelection(
            batchCap, pipeline.mixesTimesteps(), settings.settlePatience().toNanos());
    this.statistics = statistics;
    this.observer = observer;
    this.clock = clock;
  }

  /** Lets a session take part. From any thread. */
  void add(SessionSlot lane) {
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
    List<SessionSlot> batch = selection.choose(lanes, now);
    if (batch.isEmpty()) {
      return false;
    }
    show(step(batch));
    return true;
  }

  // (1) Who has come, and who has gone.
  private void admit() {
    for (SessionSlot lane = opened.poll(); lane != null; lane = opened.poll()) {
      lanes.add(lane);
    }
    lanes.removeIf(this::left);
  }

  private boolean left(SessionSlot lane) {
    boolean closed = lane.mailbox().closed();
    if (closed) {
      control.drop(lane);
      sessions.decrementAndGet();
    }
    return closed;
  }

  // (2) What is wanted now.
  private void review(SessionSlot lane) {
    boolean withdrawn = lane.mailbox().takeWithdrawal() && !lane.committed();
    if (lane.mailbox().takeStop() || withdrawn) {
      control.drop(lane);
    }
    GenerationRequest newer = lane.mailbox().peek();
    if (newer != null) {
      guarded(List.of(lane), newer, () -> supersede(lane, newer));
    }
  }

  private void supersede(SessionSlot lane, GenerationRequest newer) {
    lane.waits(now);
    RunningGeneration running = lane.running();
    if (running == null) {
      control.begin(lane, newer, now);
      return;
    }
    switch (supersession.verdict(running, newer, lane.waited(now), draftTime.nanos())) {
      case FINISH -> {}
      case ADOPT -> control.adopt(lane, newer);
      case STEER -> control.steer(lane, newer);
      case RESTART -> control.restart(lane, newer, now);
      case SHOW_AND_RESTART -> {
        if (running.unseenSteps() > 0) {
          now = presenter.show(List.of(lane));
        }
        control.restart(lane, newer, now);
      }
    }
  }

  // (3) One step for all of a batch; returns those that took it.
  private List<SessionSlot> step(List<SessionSlot> batch) {
    for (SessionSlot lane : batch) {
      if (!lane.requireRunning().begun()) {
        observer.waited(now - lane.requireRunning().begunAt());
      }
    }
    List<SessionSlot> stepped = completed(batch, each -> pipeline.step(generations(each)));
    if (!stepped.isEmpty()) {
      statistics.addSteps(stepped.size());
      observer.stepped(stepped.size(), clock.getAsLong() - now);
      stepped.forEach(lane -> lane.requireRunning().stepped());
    }
    return stepped;
  }

  private static List<Generation> generations(List<SessionSlot> lanes) {
    return lanes.stream().map(lane -> lane.requireRunning().generation()).toList();
  }

  // (4) What there is to see. Finished images first; previews are made by other means.
  private void show(List<SessionSlot> batch) {
    boolean crowded =
        lanes.stream().filter(lane -> lane.running() != null).count() > selection.cap();
    List<SessionSlot> shown =
        batch.stream().filter(lane -> presenter.worthShowing(lane, crowded)).toList();
    List<SessionSlot> finished =
        shown.stream().filter(lane -> lane.requireRunning().finished()).toList();
    List<SessionSlot> previews =
        shown.stream().filter(lane -> !lane.requireRunning().finished()).toList();
    for (List<SessionSlot> alike : List.of(finished, previews)) {
      completed(alike, each -> now = presenter.show(each));
    }
  }

  /**
   * Runs an action for lanes. Those whose output is unusable fail, and the action is run again for
   * the others.
   *
   * @return the lanes for which the action was done
   */
  private List<SessionSlot> completed(List<SessionSlot> lanes, Consumer<List<SessionSlot>> action) {
    List<SessionSlot> left = lanes;
    while (!left.isEmpty()) {
      List<SessionSlot> tried = left;
      if (guarded(tried, null, () -> action.accept(tried))) {
        break;
      }
      left = tried.stream().filter(lane -> lane.running() != null).toList();
    }
    return left;
  }

  /** Runs an action for lanes; those for which it fails end, and their sessions go on. */
  private boolean guarded(
      List<SessionSlot> affected, @Nullable GenerationRequest attempted, Runnable action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      if (e instanceof OutOfDeviceMemoryException) {
        lowerCap(affected.size(), e);
      } else {
        failures.failed(e, now);
      }
      failed(affected, e).forEach(lane -> fail(lane, attempted, e));
      return false;
    }
  }

  private static List<SessionSlot> failed(List<SessionSlot> affected, RuntimeException cause) {
    if (!(cause instanceof UnusableOutputException unusable)) {
      return affected;
    }
    return affected.stream()
        .filter(lane -> unusable.failed().contains(lane.requireRunning().generation()))
        .toList();
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

  private static void fail(
      SessionSlot lane, @Nullable GenerationRequest attempted, RuntimeException cause) {
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
