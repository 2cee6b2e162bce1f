package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.tensor.Tensor;

/**
 * The coefficients of one step of {@link UniPcMultistepScheduler}.
 *
 * @param from the parts of the sample before the step
 * @param to the parts of the sample after it
 */
record UniPcStep(NoiseMix from, NoiseMix to, boolean bh1, boolean predictX0) {
  /** The step in lambda. */
  double width() {
    return to.lambda() - from.lambda();
  }

  private double signed() {
    return predictX0 ? -width() : width();
  }

  private double b() {
    return bh1 ? signed() : Math.expm1(signed());
  }

  /** A step of first order; also to no noise. */
  Tensor firstOrder(Tensor sample, Tensor answer) {
    double kept = predictX0 ? to.noise() / from.noise() : to.clean() / from.clean();
    double weight =
        predictX0
            ? -to.clean() * Math.expm1(signed())
            : to.noise() - to.clean() * from.noise() / from.clean();
    return sample.times((float) kept).plus((float) weight, answer);
  }

  /** Adds a higher order's share of the difference of two answers. */
  Tensor plus(Tensor moved, double weight, Tensor answer, Tensor first) {
    double scale = -(predictX0 ? to.clean() : to.noise()) * b() * weight;
    return moved.plus((float) scale, answer.plus(-1, first));
  }

  /**
   * The weights of the differences, by the order conditions of the paper's equation 9.
   *
   * @param ratios where the answers lie; only the first {@code count} count
   */
  double[] weights(double[] ratios, int count) {
    double[][] conditions = new double[count][count + 1];
    double phi = Math.expm1(signed()) / signed() - 1;
    double factorial = 1;
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < count; i++) {
        conditions[row][i] = Math.pow(ratios[i], row);
      }
      conditions[row][count] = phi * factorial / b();
      factorial *= row + 2;
      phi = phi / signed() - 1 / factorial;
    }
    return LinearEquations.solve(conditions);
  }
}
