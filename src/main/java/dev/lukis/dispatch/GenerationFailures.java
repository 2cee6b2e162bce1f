package dev.lukis.dispatch;

import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends generations that failed and tells their sessions, which go on. Denoising thread only.
 *
 * @param outOfMemory receives the failure and the number of sessions for which memory was too small
 */
record GenerationFailures(ObjIntConsumer<RuntimeException> outOfMemory) {
  private static final Logger LOG = Logger.getLogger(GenerationFailures.class.getName());

  /**
   * Runs an action for sessions. If it fails, the generations of all of them end.
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
        LOG.log(Level.WARNING, "a generation failed", e);
      }
      affected.forEach(slot -> fail(slot, attempted, e));
      return false;
    }
  }

  /** Ends the generation of one session. */
  static void fail(
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
