package dev.lukis.dispatch;

import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.pipeline.FailureLog;
import dev.lukis.pipeline.UnusableOutputException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Ends generations that failed and tells their sessions, which go on. Denoising thread only. */
final class GenerationFailures {
  private final ObjIntConsumer<RuntimeException> outOfMemory;
  private final LongSupplier now;
  private final FailureLog log = new FailureLog();

  /**
   * @param outOfMemory receives the failure and the number of sessions for which memory was too
   *     small
   * @param now time in nanoseconds, for the log
   */
  GenerationFailures(ObjIntConsumer<RuntimeException> outOfMemory, LongSupplier now) {
    this.outOfMemory = outOfMemory;
    this.now = now;
  }

  /**
   * Runs an action for sessions. Generations without usable output end, and the action is run again
   * for the others.
   *
   * @return the sessions for which the action succeeded
   */
  List<SessionSlot> completed(List<SessionSlot> slots, Consumer<List<SessionSlot>> action) {
    List<SessionSlot> left = slots;
    while (!left.isEmpty()) {
      List<SessionSlot> tried = left;
      if (guard(tried, null, () -> action.accept(tried))) {
        break;
      }
      left = tried.stream().filter(slot -> slot.running() != null).toList();
    }
    return left;
  }

  /**
   * Runs an action for sessions. If it fails, the generations that failed end: those without usable
   * output if the failure names them, else all.
   *
   * @param attempted the request that the action was to begin, if any
   * @return whether the action succeeded
   */
  boolean guard(
      List<SessionSlot> affected, @Nullable GenerationRequest attempted, Runnable action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      if (e instanceof OutOfDeviceMemoryException) {
        outOfMemory.accept(e, affected.size());
      } else {
        log.failed(e, now.getAsLong());
      }
      failed(affected, e).forEach(slot -> fail(slot, attempted, e));
      return false;
    }
  }

  // If it names none of the affected, all end: the action would fail again for ever.
  private static List<SessionSlot> failed(List<SessionSlot> affected, RuntimeException cause) {
    if (!(cause instanceof UnusableOutputException unusable)) {
      return affected;
    }
    List<SessionSlot> failed =
        affected.stream()
            .filter(slot -> slot.running() != null)
            .filter(slot -> unusable.failed().contains(slot.requireRunning().generation()))
            .toList();
    return failed.isEmpty() ? affected : failed;
  }

  private static void fail(
      SessionSlot slot, @Nullable GenerationRequest attempted, RuntimeException cause) {
    RunningGeneration running = slot.running();
    slot.rest();
    GenerationRequest failed = running == null ? attempted : running.request();
    if (attempted != null && slot.mailbox().remove(attempted)) {
      failed = attempted;
    }
    if (failed != null) {
      slot.listener().onFailure(failed, cause);
    }
  }
}
