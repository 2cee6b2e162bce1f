package dev.lukis.dispatch.timing;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The measured time of a step at each batch size on this device, and the batch cap that follows:
 * the largest batch that serves clearly more people per second than half of it, with a step short
 * enough to react to typing.
 *
 * @param stepNanos time of one step by batch size: the minimum of a few runs, because other load on
 *     the machine only adds time
 * @param previewNanos time of one preview, measured in the same way
 */
public record BatchProfile(SortedMap<Integer, Long> stepNanos, long previewNanos) {
  private static final int LARGEST = 16;
  private static final int RUNS = 5;
  private static final double NOTICEABLE = 1.05;
  private static final long LONGEST_STEP_NANOS = 100_000_000;
  private static final long LONG_ENOUGH_NANOS = 5_000_000_000L;

  /** Measures the pipeline at growing batch sizes until a larger one no longer helps. */
  public static BatchProfile measure(
      ImagePipeline pipeline, ImageSpec request, LongSupplier clock) {
    SortedMap<Integer, Long> stepNanos = new TreeMap<>();
    List<Generation> one = stepped(pipeline, request, 1);
    pipeline.decode(one);
    long previewNanos = fastest(() -> {}, () -> pipeline.preview(one), clock);
    for (int batch = 1; batch <= LARGEST; batch *= 2) {
      if (!measured(pipeline, request, batch, clock, stepNanos) || cap(stepNanos) < batch) {
        break;
      }
    }
    return new BatchProfile(stepNanos, previewNanos);
  }

  // If a batch does not fit into the device's memory, smaller batches are still served.
  private static boolean measured(
      ImagePipeline pipeline,
      ImageSpec request,
      int batch,
      LongSupplier clock,
      SortedMap<Integer, Long> stepNanos) {
    List<Generation> generations = new ArrayList<>();
    Runnable anew =
        () -> {
          generations.clear();
          generations.addAll(begin(pipeline, request, batch));
        };
    try {
      stepNanos.put(batch, fastest(anew, () -> pipeline.step(generations), clock));
      return true;
    } catch (OutOfDeviceMemoryException e) {
      if (batch == 1) {
        throw e;
      }
      return false;
    }
  }

  // A slow step is repeated fewer times, to keep the start short.
  private static long fastest(Runnable before, Runnable work, LongSupplier clock) {
    before.run();
    work.run();
    long fastest = Long.MAX_VALUE;
    long begun = clock.getAsLong();
    for (int run = 0; run < RUNS; run++) {
      before.run();
      long from = clock.getAsLong();
      work.run();
      long to = clock.getAsLong();
      fastest = Math.min(fastest, to - from);
      if (to - begun > LONG_ENOUGH_NANOS) {
        break;
      }
    }
    return fastest;
  }

  /** The number of following steps from which a preview is faster than they are. */
  public int previewAhead() {
    long step = Math.max(1, stepNanos.getOrDefault(1, 1L));
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (previewNanos + step - 1) / step));
  }

  private static List<Generation> stepped(ImagePipeline pipeline, ImageSpec request, int batch) {
    List<Generation> generations = begin(pipeline, request, batch);
    pipeline.step(generations);
    return generations;
  }

  private static List<Generation> begin(ImagePipeline pipeline, ImageSpec request, int batch) {
    List<Generation> generations = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      generations.add(pipeline.begin(request, pipeline.encode(request)));
    }
    return generations;
  }

  /** The largest batch that is worth its time. */
  public int cap() {
    return cap(stepNanos);
  }

  private static int cap(SortedMap<Integer, Long> stepNanos) {
    int cap = 1;
    double best = rate(1, stepNanos.getOrDefault(1, 1L));
    for (var entry : stepNanos.entrySet()) {
      double rate = rate(entry.getKey(), entry.getValue());
      if (rate >= best * NOTICEABLE && entry.getValue() <= LONGEST_STEP_NANOS) {
        best = rate;
        cap = entry.getKey();
      }
    }
    return cap;
  }

  private static double rate(int batch, long nanos) {
    return batch / (double) Math.max(1, nanos);
  }
}
