package dev.lukis.scheduler.noise;

import dev.lukis.tensor.Tensor;

/** What a model was trained to predict, {@code prediction_type} in diffusers. */
public enum PredictionType {
  /** The noise in the sample. */
  EPSILON {
    @Override
    public Tensor original(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      float unscaled = (float) (1 / mix.clean());
      return sample.times(unscaled).plus((float) (-mix.noise() / mix.clean()), modelOutput);
    }

    @Override
    public Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return modelOutput;
    }
  },
  /** The velocity: Salimans and Ho, "Progressive Distillation for Fast Sampling" (2022). */
  V_PREDICTION {
    @Override
    public Tensor original(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return sample.times((float) mix.clean()).plus((float) -mix.noise(), modelOutput);
    }

    @Override
    public Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return modelOutput.times((float) mix.clean()).plus((float) mix.noise(), sample);
    }
  },
  /** The clean sample itself. */
  SAMPLE {
    @Override
    public Tensor original(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return modelOutput;
    }

    @Override
    public Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return mix.noiseIn(sample, modelOutput);
    }
  },
  /** The velocity of flow matching, noise minus clean sample. */
  FLOW_PREDICTION {
    @Override
    public Tensor original(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return sample.plus((float) -mix.noise(), modelOutput);
    }

    @Override
    public Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample) {
      return sample.plus((float) mix.clean(), modelOutput);
    }
  };

  /** What a model's answer says the clean sample is. */
  public abstract Tensor original(NoiseMix mix, Tensor modelOutput, Tensor sample);

  /** What a model's answer says the noise in the sample is. */
  public abstract Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample);
}
