package dev.lukis.dispatch;

import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.pipeline.ImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What a step costs at each batch size on this device, and the cap that follows: the largest batch
 * that still serves noticeably more people a second than half of it would, and keeps a step short
 * enough to look at what people have typed.
 *
 * @param stepNanos the time of one step by batch size: the best of a few runs, since whatever else
 *     the machine does only ever adds to it
 */
record BatchProfile(SortedMap<Integer, Long> stepNanos) {
  private static final int LARGEST = 16;
  private static final int RUNS = 5;
  private static final double NOTICEABLE = 1.05;
  private static final long LONGEST_STEP_NANOS = 100_000_000;

  /** Runs the pipeline at growing batch sizes until growing no longer helps. */
  static BatchProfile measure(ImagePipeline pipeline, ImageRequest request, LongSupplier clock) {
    SortedMap<Integer, Long> stepNanos = new TreeMap<>();
    pipeline.decode(List.of(stepped(pipeline, request, 1).get(0)));
    for (int batch = 1; batch <= LARGEST; batch *= 2) {
      stepNanos.put(batch, fastest(pipeline, request, batch, clock));
      if (cap(stepNanos) < batch) {
        break;
      }
    }
    return new BatchProfile(stepNanos);
  }

  private static long fastest(
      ImagePipeline pipeline, ImageRequest request, int batch, LongSupplier clock) {
    stepped(pipeline, request, batch);
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      List<Generation> generations = begin(pipeline, request, batch);
      long before = clock.getAsLong();
      pipeline.step(generations);
      fastest = Math.min(fastest, clock.getAsLong() - before);
    }
    return fastest;
  }

  private static List<Generation> stepped(ImagePipeline pipeline, ImageRequest request, int batch) {
    List<Generation> generations = begin(pipeline, request, batch);
    pipeline.step(generations);
    return generations;
  }

  private static List<Generation> begin(ImagePipeline pipeline, ImageRequest request, int batch) {
    List<Generation> generations = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      generations.add(pipeline.begin(request, pipeline.encode(request)));
    }
    return generations;
  }

  int cap() {
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
