package dev.lukis.dispatch;

import dev.lukis.dispatch.timing.DraftTime;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Logger;

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
  private final GenerationFailures failures =
      new GenerationFailures(this::lowerCap, () -> this.now);
  private final Queue<SessionSlot> opened = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();

  // Mutable state
  private final List<SessionSlot> slots = new ArrayList<>();
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
  void add(SessionSlot slot) {
    sessions.incrementAndGet();
    opened.add(slot);
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
    slots.forEach(this::review);
    List<SessionSlot> batch = selection.choose(slots, now);
    if (batch.isEmpty()) {
      return false;
    }
    show(step(batch));
    return true;
  }

  // (1) Adds new sessions and removes closed ones.
  private void admit() {
    for (SessionSlot slot = opened.poll(); slot != null; slot = opened.poll()) {
      slots.add(slot);
    }
    slots.removeIf(this::left);
  }

  private boolean left(SessionSlot slot) {
    boolean closed = slot.mailbox().closed();
    if (closed) {
      control.drop(slot);
      sessions.decrementAndGet();
    }
    return closed;
  }

  // (2) What is wanted now.
  private void review(SessionSlot slot) {
    Mailbox.Look look = slot.mailbox().look();
    if (look.stopped() || (look.withdrawn() && !slot.committed())) {
      control.drop(slot);
    }
    GenerationRequest newer = look.next();
    if (newer != null) {
      failures.guard(List.of(slot), newer, () -> supersede(slot, newer));
    }
  }

  private void supersede(SessionSlot slot, GenerationRequest newer) {
    slot.waits(now);
    RunningGeneration running = slot.running();
    if (running == null) {
      control.begin(slot, newer, now);
      return;
    }
    switch (supersession.verdict(running, newer, slot.waited(now), draftTime.nanos())) {
      case FINISH -> {}
      case ADOPT -> control.adopt(slot, newer);
      case STEER -> control.steer(slot, newer);
      case RESTART -> control.restart(slot, newer, now);
      case SHOW_AND_RESTART -> {
        if (running.unseenSteps() > 0) {
          now = presenter.show(List.of(slot));
        }
        control.restart(slot, newer, now);
      }
    }
  }

  // (3) One step for all of a batch; returns those that took it.
  private List<SessionSlot> step(List<SessionSlot> batch) {
    for (SessionSlot slot : batch) {
      if (!slot.requireRunning().begun()) {
        observer.waited(now - slot.requireRunning().begunAt());
      }
    }
    List<SessionSlot> stepped = failures.completed(batch, each -> pipeline.step(generations(each)));
    if (!stepped.isEmpty()) {
      statistics.addSteps(stepped.size());
      observer.stepped(stepped.size(), clock.getAsLong() - now);
      stepped.forEach(slot -> slot.requireRunning().stepped());
    }
    return stepped;
  }

  private static List<Generation> generations(List<SessionSlot> slots) {
    return slots.stream().map(slot -> slot.requireRunning().generation()).toList();
  }

  // (4) What there is to see. Finished images first; previews are made by other means.
  private void show(List<SessionSlot> batch) {
    boolean crowded =
        slots.stream().filter(slot -> slot.running() != null).count() > selection.cap();
    List<SessionSlot> shown =
        batch.stream().filter(slot -> presenter.worthShowing(slot, crowded)).toList();
    List<SessionSlot> finished =
        shown.stream().filter(slot -> slot.requireRunning().finished()).toList();
    List<SessionSlot> previews =
        shown.stream().filter(slot -> !slot.requireRunning().finished()).toList();
    for (List<SessionSlot> alike : List.of(finished, previews)) {
      failures.completed(alike, each -> now = presenter.show(each));
    }
  }

  // So many did not fit. Half of them may; the affected sessions are told, and ask again.
  private void lowerCap(RuntimeException cause, int tried) {
    int tooMany = tried > 1 ? Math.min(selection.cap(), tried) : selection.cap();
    int lower = Math.max(1, tooMany / 2);
    LOG.warning(
        cause.getMessage()
            + " with "
            + tried
            + " at a time; from now on at most "
            + lower
            + " share a step");
    selection = selection.withCap(lower);
  }
}
