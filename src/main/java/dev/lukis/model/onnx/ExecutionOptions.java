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
 * @param profiles folder for a record of each graph's runs, which {@link NodeProviders} reads;
 *     empty: none is made
 */
public record ExecutionOptions(
    Device device,
    int threads,
    Optional<Path> tensorRtCache,
    WeightMode weights,
    Optional<Path> profiles) {
  /** Without a record of runs. */
  public ExecutionOptions(
      Device device, int threads, Optional<Path> tensorRtCache, WeightMode weights) {
    this(device, threads, tensorRtCache, weights, Optional.empty());
  }

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
    return new ExecutionOptions(device, threads, tensorRtCache, mode, profiles);
  }

  /** The same, with a record of each graph's runs. */
  public ExecutionOptions withProfiles(Path folder) {
    return new ExecutionOptions(device, threads, tensorRtCache, weights, Optional.of(folder));
  }
}
