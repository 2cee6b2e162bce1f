package dev.lukis.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model's graphs are run.
 *
 * @param device on which
 * @param threads how many processor threads share one operator, at least 1
 * @param tensorRtCache where TensorRT keeps the engines it builds; empty: it is not used
 */
public record Execution(Device device, int threads, Optional<Path> tensorRtCache) {
  /** On the processor. */
  public static Execution cpu(int threads) {
    return new Execution(Device.CPU, threads, Optional.empty());
  }
}
