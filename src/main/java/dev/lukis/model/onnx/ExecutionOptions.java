package dev.lukis.model.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model's graphs are run.
 *
 * @param device on which
 * @param threads how many processor threads share one operator, at least 1
 * @param tensorRtCache where TensorRT keeps the engines it builds; empty: it is not used
 */
public record ExecutionOptions(Device device, int threads, Optional<Path> tensorRtCache) {
  /** On the processor. */
  public static ExecutionOptions cpu(int threads) {
    return new ExecutionOptions(Device.CPU, threads, Optional.empty());
  }
}
