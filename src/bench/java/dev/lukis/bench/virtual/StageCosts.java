package dev.lukis.bench.virtual;

import dev.lukis.bench.Options;

/**
 * What the stages of an image cost on a device, in nanoseconds: a step {@code stepBase + stepRow *
 * batch}, decoding {@code decodeRow} for each image.
 */
record StageCosts(long text, long stepBase, long stepRow, long decodeRow) {
  private static final long NANOS_PER_MICRO = 1_000;

  /** As the options say, in microseconds; by default as measured for {@code lukis-mini}. */
  static StageCosts ofOptions() {
    return new StageCosts(
        NANOS_PER_MICRO * Options.integer("text", 2_000),
        NANOS_PER_MICRO * Options.integer("step.base", 4_300),
        NANOS_PER_MICRO * Options.integer("step.row", 9_100),
        NANOS_PER_MICRO * Options.integer("decode", 6_800));
  }

  long step(int batch) {
    return stepBase + stepRow * batch;
  }

  long decode(int batch) {
    return decodeRow * batch;
  }
}
