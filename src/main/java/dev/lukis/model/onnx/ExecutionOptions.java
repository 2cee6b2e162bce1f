package dev.lukis.model.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model's graphs are run.
 *
 * @param device on which
 * @param threads how many processor threads share one operator, at least 1
 * @param tensorRtCache where TensorRT keeps the engines it builds; empty: it is not used
 * @param weights how weights are held on a processor
 */
public record ExecutionOptions(
    Device device, int threads, Optional<Path> tensorRtCache, WeightMode weights) {
  /** On the processor. */
  public static ExecutionOptions cpu(int threads) {
    return of(Device.CPU, threads);
  }

  /** On a device, without TensorRT. */
  public static ExecutionOptions of(Device device, int threads) {
    return new ExecutionOptions(device, threads, Optional.empty(), WeightMode.AUTO);
  }

  /** The same, with weights held in another way. */
  public ExecutionOptions with(WeightMode mode) {
    return new ExecutionOptions(device, threads, tensorRtCache, mode);
  }
}
