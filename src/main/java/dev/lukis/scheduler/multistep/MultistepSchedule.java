package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.PreservingSchedule;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A schedule of {@link MultistepLevels}. */
abstract class MultistepSchedule extends PreservingSchedule {
  /** So few steps are ended with steps of a lower order. */
  private static final int FEW = 15;

  private final NoiseMix[] mixes;
  private final boolean flow;

  MultistepSchedule(MultistepLevels by, MultistepLevels.Levels levels) {
    super(levels.timesteps(), levels.sigmas());
    this.flow = by.flow().isPresent();
    this.mixes = new NoiseMix[levels.sigmas().length];
    for (int i = 0; i < mixes.length; i++) {
      mixes[i] = by.mix(levels.sigmas()[i]);
    }
  }

  @Override
  public final float noiseShare(int callIndex) {
    return flow ? sigma(callIndex) : super.noiseShare(callIndex);
  }

  /** The parts of the sample before a step; at {@code steps()}, after the last one. */
  final NoiseMix mix(int index) {
    return mixes[index];
  }

  final boolean few() {
    return steps() < FEW;
  }

  /** The newest, and those before it, newest first; at most so many. */
  static List<Tensor> newestFirst(Tensor newest, List<Tensor> before, int most) {
    List<Tensor> all = new ArrayList<>(most);
    all.add(newest);
    for (int i = 0; i < before.size() && all.size() < most; i++) {
      all.add(before.get(i));
    }
    return all;
  }
}
