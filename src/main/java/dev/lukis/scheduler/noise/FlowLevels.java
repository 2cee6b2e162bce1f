package dev.lukis.scheduler.noise;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the noise levels of flow matching are moved, in this order.
 *
 * @param shift towards noise
 * @param shiftTerminal the level to which the last one is stretched, {@code shift_terminal} in
 *     diffusers
 * @param respacing of the levels between the first and the last
 */
public record FlowLevels(
    FlowShift shift, OptionalDouble shiftTerminal, Optional<Respacing> respacing) {
  public FlowLevels {
    shiftTerminal.ifPresent(
        level -> {
          if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                "shift_terminal: " + level + " (expected: above 0 and below 1)");
          }
        });
  }

  public static FlowLevels of(double shift) {
    return new FlowLevels(FlowShift.of(shift), OptionalDouble.empty(), Optional.empty());
  }

  /**
   * @param levels falling, in (0, 1]
   * @param imageSeqLen how many tokens the image has
   */
  public double[] moved(double[] levels, int imageSeqLen) {
    double[] moved = new double[levels.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = shift.of(levels[i], imageSeqLen);
    }
    shiftTerminal.ifPresent(level -> stretch(moved, level));
    return respacing
        .map(it -> it.between(moved[0], moved[moved.length - 1], moved.length))
        .orElse(moved);
  }

  // One level alone, which is pure noise, cannot be stretched.
  private static void stretch(double[] levels, double last) {
    double scale = (1 - levels[levels.length - 1]) / (1 - last);
    if (scale == 0) {
      return;
    }
    for (int i = 0; i < levels.length; i++) {
      levels[i] = 1 - (1 - levels[i]) / scale;
    }
  }
}
