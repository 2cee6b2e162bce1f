package dev.lukis.dispatch;

import dev.lukis.dispatch.timing.DraftTime;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.function.LongSupplier;

/** Decodes previews and finished images and passes them to sessions. Denoising thread only. */
final class ImagePresenter {
  private final ImagePipeline pipeline;
  private final int previewAhead;
  private final DraftTime draftTime;
  private final LongSupplier clock;

  /**
   * @param previewAhead the number of steps that must follow for a preview to be worth its time
   * @param draftTime receives the duration of every draft that was not steered
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
   * Whether a generation is shown after its step. A finished image always is. A preview is shown if
   * the session has seen no image of these words, no other session waits for a step, and the
   * remaining steps take longer than the preview.
   *
   * @param crowded whether more generations run than can share a step
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
   * @param slots sessions whose generations are all finished, or all unfinished
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
