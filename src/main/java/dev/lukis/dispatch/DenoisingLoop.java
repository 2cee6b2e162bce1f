package dev.lukis.dispatch;

import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Does one denoising step after the other, each for the sessions that need it most. Every call of
 * {@link #turn()} is one step boundary: admit, supersede, choose, step, show. Denoising thread
 * only, except {@link #add} and {@link #sessions}; it holds no clock and never waits.
 */
final class DenoisingLoop {
  private final ImagePipeline pipeline;
  private final Supersession supersession;
  private final int batchCap;
  private final DispatchStatistics statistics;
  private final Queue<Lane> opened = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();

  // Mutable state
  private final List<Lane> lanes = new ArrayList<>();
  private long turns;
  private long generations;

  DenoisingLoop(
      ImagePipeline pipeline,
      SupersessionPolicy policy,
      int batchCap,
      DispatchStatistics statistics) {
    this.pipeline = pipeline;
    this.supersession = new Supersession(policy);
    this.batchCap = batchCap;
    this.statistics = statistics;
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

  /**
   * Up to one denoising step.
   *
   * @return whether there may be more to do
   */
  boolean turn() {
    admit();
    lanes.forEach(this::review);
    List<Lane> batch = BatchSelection.choose(lanes, batchCap);
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
    if (lane.mailbox().takeStop()) {
      drop(lane);
    }
    GenerationRequest newer = lane.mailbox().peek();
    if (newer != null) {
      guarded(List.of(lane), newer, () -> supersede(lane, newer));
    }
  }

  private void supersede(Lane lane, GenerationRequest newer) {
    RunningGeneration running = lane.running();
    if (running == null) {
      begin(lane, newer);
      return;
    }
    switch (supersession.verdict(running, newer)) {
      case FINISH -> {}
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

  private void steer(Lane lane, RunningGeneration running, GenerationRequest newer) {
    if (lane.mailbox().remove(newer)) {
      running.steer(newer, pipeline.encode(newer.image()));
      statistics.addSteered();
    }
  }

  private void restart(Lane lane, GenerationRequest newer) {
    drop(lane);
    statistics.addSuperseded();
    begin(lane, newer);
  }

  private void begin(Lane lane, GenerationRequest request) {
    if (lane.mailbox().remove(request)) {
      Conditioning conditioning = pipeline.encode(request.image());
      Generation generation = pipeline.begin(request.image(), conditioning);
      lane.run(new RunningGeneration(++generations, generation, request));
      statistics.addGeneration();
    }
  }

  private void drop(Lane lane) {
    RunningGeneration running = lane.running();
    if (running != null) {
      statistics.addWastedSteps(running.unseenSteps());
      lane.run(null);
    }
  }

  private void step(List<Lane> batch) {
    turns++;
    boolean done =
        guarded(
            batch,
            null,
            () -> pipeline.step(batch.stream().map(DenoisingLoop::generation).toList()));
    if (!done) {
      return;
    }
    statistics.addSteps(batch.size());
    for (Lane lane : batch) {
      lane.served(turns);
      Objects.requireNonNull(lane.running()).stepped();
    }
    List<Lane> shown = batch.stream().filter(this::worthShowing).toList();
    if (!shown.isEmpty()) {
      guarded(shown, null, () -> show(shown));
    }
  }

  // A preview is worth its decoding to somebody who has seen nothing of these words yet, as long as
  // it keeps nobody else from a step.
  private boolean worthShowing(Lane lane) {
    RunningGeneration running = Objects.requireNonNull(lane.running());
    if (lane.mailbox().closed()) {
      return false;
    }
    return running.finished() || (lane.unseen() && lanes.size() <= batchCap);
  }

  private void show(List<Lane> shown) {
    List<Tensor> pixels = pipeline.decode(shown.stream().map(DenoisingLoop::generation).toList());
    for (int i = 0; i < shown.size(); i++) {
      deliver(shown.get(i), pixels.get(i));
    }
  }

  private void deliver(Lane lane, Tensor pixels) {
    RunningGeneration running = Objects.requireNonNull(lane.running());
    GeneratedImage image = running.show(pixels);
    lane.shown(image.request().revision());
    if (running.finished()) {
      lane.run(null);
    }
    lane.listener().onImage(image);
  }

  private static Generation generation(Lane lane) {
    return Objects.requireNonNull(lane.running()).generation();
  }

  /** Runs an action for lanes; when it fails, their generations end and their sessions go on. */
  private boolean guarded(
      List<Lane> affected, @Nullable GenerationRequest attempted, Runnable action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      affected.forEach(lane -> fail(lane, attempted, e));
      return false;
    }
  }

  private void fail(Lane lane, @Nullable GenerationRequest attempted, RuntimeException cause) {
    RunningGeneration running = lane.running();
    lane.run(null);
    GenerationRequest failed = running == null ? attempted : running.request();
    if (attempted != null && lane.mailbox().remove(attempted)) {
      failed = attempted;
    }
    if (failed != null) {
      lane.listener().onFailure(failed, cause);
    }
  }
}
