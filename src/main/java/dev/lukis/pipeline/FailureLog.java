package dev.lukis.pipeline;

import dev.lukis.model.onnx.NonFiniteOutputException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs failed generations. A graph that returns NaN or Infinity is logged in one line, at most once
 * a minute for each graph; any other failure with its stack trace. One thread at a time.
 */
public final class FailureLog {
  private static final Logger LOG = Logger.getLogger(FailureLog.class.getName());
  private static final long PERIOD = TimeUnit.MINUTES.toNanos(1);

  private final Consumer<String> warnings;

  // Mutable state
  private final Map<String, Long> lastLogged = new HashMap<>();

  public FailureLog() {
    this(LOG::warning);
  }

  FailureLog(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /**
   * @param now in nanoseconds
   */
  public void failed(RuntimeException cause, long now) {
    if (cause instanceof UnusableOutputException unusable) {
      failed(unusable.graph(), cause, now);
    } else if (cause instanceof NonFiniteOutputException output) {
      failed(output.graph(), cause, now);
    } else {
      LOG.log(Level.WARNING, "a generation failed", cause);
    }
  }

  private void failed(String graph, RuntimeException cause, long now) {
    Long last = lastLogged.get(graph);
    if (last == null || now - last >= PERIOD) {
      lastLogged.put(graph, now);
      warnings.accept("a generation failed: " + cause.getMessage());
    }
  }
}
