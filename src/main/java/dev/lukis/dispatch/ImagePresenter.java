package dev.lukis.dispatch;

import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.function.LongSupplier;

/** Makes previews and finished images of generations and hands them out. Denoising thread only. */
final class ImagePresenter {
  private final ImagePipeline pipeline;
  private final int previewAhead;
  private final DraftTime draftTime;
  private final LongSupplier clock;

  /**
   * @param previewAhead how many steps have to follow for a preview to be worth its time
   * @param draftTime is told of every draft that was not steered
   * @param clock in nanoseconds
   */
  ImagePresenter(
      ImagePipeline pipeline, int previewAhead, DraftTime draftTime, LongSupplier clock) {
    this.pipeline = pipeline;
    this.previewAhead = previewAhead;
    this.draftTime = draftTime;
    this.clock = clock;
  }

  /**
   * Whether a session's generation is to be shown after its step. A preview is worth its decoding
   * to somebody who has seen nothing of these words yet, as long as it keeps nobody else from a
   * step, and shows them sooner than the steps that it delays.
   *
   * @param crowded whether more run than can share a step
   */
  boolean worthShowing(SessionSlot slot, boolean crowded) {
    RunningGeneration running = slot.requireRunning();
    if (slot.mailbox().cancelled()) {
      return false;
    }
    boolean early = running.remainingSteps() >= previewAhead;
    return running.finished() || (early && slot.unseen() && !crowded);
  }

  /**
   * @param slots whose generations are all finished, or none is
   * @return the time at which they were shown
   */
  long show(List<SessionSlot> slots) {
    List<Generation> generations =
        slots.stream().map(slot -> slot.requireRunning().generation()).toList();
    List<Tensor> pixels =
        generations.get(0).finished()
            ? pipeline.decode(generations)
            : pipeline.preview(generations);
    long now = clock.getAsLong();
    for (int i = 0; i < slots.size(); i++) {
      deliver(slots.get(i), pixels.get(i), now);
    }
    return now;
  }

  private void deliver(SessionSlot slot, Tensor pixels, long now) {
    RunningGeneration running = slot.requireRunning();
    GeneratedImage image = running.show(pixels);
    slot.shown(image.request().revision(), now);
    if (running.finished() && running.draft() && !running.steered()) {
      draftTime.add(now - running.begunAt());
    }
    if (running.finished()) {
      slot.rest();
    }
    slot.listener().onImage(image);
  }
}
