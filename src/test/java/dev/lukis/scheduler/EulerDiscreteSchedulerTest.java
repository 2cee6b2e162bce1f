package dev.lukis.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EulerDiscreteSchedulerTest {
  static Stream<GoldenCase> goldens() throws IOException {
    return GoldenCase.of("EulerDiscreteScheduler");
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void matchesDiffusers(GoldenCase golden) {
    GoldenRun.check(golden, scheduler(golden.config()).schedule(golden.numInferenceSteps()));
  }

  private static EulerDiscreteScheduler scheduler(JsonNode config) {
    return new EulerDiscreteScheduler(
        TrainedNoise.of(
            config.get("num_train_timesteps").asInt(),
            config.get("beta_start").asDouble(),
            config.get("beta_end").asDouble(),
            BetaSchedule.SCALED_LINEAR),
        PredictionType.EPSILON,
        TimestepSpacing.valueOf(config.get("timestep_spacing").asText().toUpperCase(Locale.ROOT)),
        config.get("steps_offset").asInt(),
        config.path("use_karras_sigmas").asBoolean());
  }

  @Test
  void velocityAndNoisePredictionsOfTheSameSampleAgree() {
    Tensor clean = Tensor.of(Shape.of(1), 0.5f);
    Tensor noise = Tensor.of(Shape.of(1), -0.75f);
    float sigma = 2.5f;
    Tensor sample = clean.plus(sigma, noise);
    // In the variance-preserving form, velocity = alpha * noise - deviation * clean.
    float norm = (float) Math.sqrt(sigma * sigma + 1);
    Tensor velocity = noise.times(1 / norm).plus(-sigma / norm, clean);

    float fromVelocity = PredictionType.V_PREDICTION.original(velocity, sigma, sample).data()[0];
    float fromNoise = PredictionType.EPSILON.original(noise, sigma, sample).data()[0];

    assertThat(fromVelocity).isCloseTo(0.5f, Offset.offset(1e-5f));
    assertThat(fromNoise).isCloseTo(0.5f, Offset.offset(1e-5f));
  }
}
