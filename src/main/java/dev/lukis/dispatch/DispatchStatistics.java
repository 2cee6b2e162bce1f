package dev.lukis.dispatch;

import java.util.concurrent.atomic.LongAdder;

/** Running totals of a dispatcher. Thread-safe. */
public final class DispatchStatistics {
  private final LongAdder generations = new LongAdder();
  private final LongAdder superseded = new LongAdder();
  private final LongAdder steered = new LongAdder();
  private final LongAdder steps = new LongAdder();
  private final LongAdder wastedSteps = new LongAdder();

  /** Generations begun. */
  public long generations() {
    return generations.sum();
  }

  /** Requests and generations that a newer one replaced: dropped by design. */
  public long superseded() {
    return superseded.sum();
  }

  /** Generations that went on under newer words. */
  public long steered() {
    return steered.sum();
  }

  /** Denoising steps, counted once for each generation of a batch. */
  public long steps() {
    return steps.sum();
  }

  /** Steps whose result was never shown, because the generation was dropped. */
  public long wastedSteps() {
    return wastedSteps.sum();
  }

  void addGeneration() {
    generations.increment();
  }

  void addSuperseded() {
    superseded.increment();
  }

  void addSteered() {
    steered.increment();
  }

  void addSteps(int count) {
    steps.add(count);
  }

  void addWastedSteps(int count) {
    wastedSteps.add(count);
  }
}
