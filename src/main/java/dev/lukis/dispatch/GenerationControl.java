package dev.lukis.dispatch;

import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;

/**
 * Begins, adopts, steers, restarts and drops the generations of sessions, and counts them. A
 * request that was replaced in its mailbox in the meantime is ignored: the next step boundary sees
 * the newer one. Times in nanoseconds. Denoising thread only.
 */
final class GenerationControl {
  private final ImagePipeline pipeline;
  private final ConditioningCache conditionings;
  private final DispatchStatistics statistics;

  // Mutable state
  private long generations;

  GenerationControl(
      ImagePipeline pipeline, ConditioningCache conditionings, DispatchStatistics statistics) {
    this.pipeline = pipeline;
    this.conditionings = conditionings;
    this.statistics = statistics;
  }

  /**
   * @param place the start of its waiting time; a request that replaces another before its first
   *     step inherits that one's
   */
  void begin(SessionSlot slot, GenerationRequest request, long place) {
    if (slot.mailbox().remove(request)) {
      Conditioning conditioning = conditionings.encode(request.image());
      Generation generation = pipeline.begin(request.image(), conditioning);
      slot.run(new RunningGeneration(++generations, generation, request, place));
      statistics.addGeneration();
    }
  }

  void adopt(SessionSlot slot, GenerationRequest newer) {
    if (slot.mailbox().remove(newer)) {
      slot.requireRunning().adopt(newer);
    }
  }

  void steer(SessionSlot slot, GenerationRequest newer) {
    if (slot.mailbox().remove(newer)) {
      slot.requireRunning().steer(newer, conditionings.encode(newer.image()));
      statistics.addSteered();
    }
  }

  void restart(SessionSlot slot, GenerationRequest newer, long now) {
    RunningGeneration running = slot.requireRunning();
    drop(slot);
    statistics.addSuperseded();
    begin(slot, newer, running.begun() ? now : running.begunAt());
  }

  void drop(SessionSlot slot) {
    RunningGeneration running = slot.running();
    if (running != null) {
      statistics.addWastedSteps(running.unseenSteps());
      slot.rest();
    }
  }
}
