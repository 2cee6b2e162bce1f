package dev.lukis.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.scheduler.noise.BetaSchedule;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.scheduler.noise.PredictionType;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import org.junit.jupiter.api.Test;

/** How much of a sample is noise has one meaning, whichever form its scheduler keeps it in. */
class NoiseShareTest {
  private static final TrainedNoise NOISE =
      TrainedNoise.of(1000, 0.00085, 0.012, BetaSchedule.SCALED_LINEAR);

  private static final Prediction EPSILON = Prediction.of(PredictionType.EPSILON);

  @Test
  void explodingAndPreservingFormsAgree() {
    Schedule exploding =
        new EulerAncestralDiscreteScheduler(
                SigmaLevels.of(NOISE, TimestepSpacing.TRAILING, 0), EPSILON)
            .schedule(4);
    Schedule preserving =
        new DdimScheduler(NOISE, EPSILON, TimestepSpacing.TRAILING, 0, true).schedule(4);
    for (int i = 0; i <= 4; i++) {
      assertThat(exploding.noiseShare(i)).isCloseTo(preserving.noiseShare(i), within(1e-5f));
    }
    assertThat(exploding.noiseShare(0)).isGreaterThan(0.99f);
    assertThat(exploding.noiseShare(4)).isZero();
  }

  @Test
  void ofAFlowItIsTheWeightOfTheNoise() {
    Schedule schedule =
        FlowMatchEulerDiscreteScheduler.of(1000, 3).schedule(new double[] {1, 0.5}, 1);
    assertThat(schedule.noiseShare(0)).isEqualTo(1);
    assertThat(schedule.noiseShare(1)).isCloseTo(0.75f, within(1e-6f));
    assertThat(schedule.noiseShare(2)).isZero();
  }
}
