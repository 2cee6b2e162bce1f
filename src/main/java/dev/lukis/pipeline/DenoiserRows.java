package dev.lukis.pipeline;

import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one denoiser call: one for each generation, and behind it a second, with the negative
 * prompt, for each that is guided.
 */
final class DenoiserRows {
  private final List<Generation> batch;
  private final List<Tensor> samples = new ArrayList<>();
  private final List<Float> timesteps = new ArrayList<>();
  private final List<Tensor> hiddenStates = new ArrayList<>();

  private DenoiserRows(List<Generation> batch) {
    this.batch = batch;
  }

  static DenoiserRows of(List<Generation> batch) {
    DenoiserRows rows = new DenoiserRows(batch);
    for (Generation generation : batch) {
      Tensor input = generation.modelInput();
      Conditioning conditioning = generation.conditioning();
      rows.add(input, generation.timestep(), conditioning.prompt());
      conditioning
          .negative()
          .ifPresent(negative -> rows.add(input, generation.timestep(), negative));
    }
    return rows;
  }

  private void add(Tensor sample, float timestep, Tensor states) {
    samples.add(sample);
    timesteps.add(timestep);
    hiddenStates.add(states);
  }

  /** [rows, channels, height/8, width/8]. */
  Tensor samples() {
    return Tensor.batch(samples);
  }

  float[] timesteps() {
    float[] values = new float[timesteps.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = timesteps.get(i);
    }
    return values;
  }

  /** [rows, tokens, width]. */
  Tensor hiddenStates() {
    return Tensor.batch(hiddenStates);
  }

  /** Hands each generation what the model answered, guidance applied. */
  void advance(Tensor output) {
    int row = 0;
    for (Generation generation : batch) {
      Tensor answer = output.row(row++);
      if (generation.conditioning().negative().isPresent()) {
        answer = guided(answer, output.row(row++), generation.request().guidanceScale());
      }
      generation.advance(answer);
    }
  }

  private static Tensor guided(Tensor prompted, Tensor unprompted, float scale) {
    return unprompted.plus(scale, prompted.plus(-1, unprompted));
  }
}
