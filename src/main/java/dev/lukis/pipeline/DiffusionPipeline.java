package dev.lukis.pipeline;

import dev.lukis.model.DiffusionModel;
import dev.lukis.model.Tokens;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline of a latent diffusion model. Takes the model over and closes it.
 *
 * <p>A step's result for a generation does not depend on which others share its call, except for
 * what a device's arithmetic makes of another batch size.
 */
public final class DiffusionPipeline implements ImagePipeline {
  private final DiffusionModel model;

  public DiffusionPipeline(DiffusionModel model) {
    this.model = model;
  }

  @Override
  public PromptReading read(String prompt) {
    return new PromptReading(
        model.tokenizer().encode(prompt).truncated(), model.vocabulary().unknown(prompt));
  }

  @Override
  public Conditioning encode(ImageRequest request) {
    List<Tokens> prompts = new ArrayList<>(2);
    prompts.add(model.tokenizer().encode(request.prompt()));
    if (request.guided()) {
      prompts.add(model.tokenizer().encode(request.negativePrompt()));
    }
    Tensor hiddenStates = model.textEncoder().encode(prompts); // [1 or 2, tokens, width]
    Optional<Tensor> negative =
        request.guided() ? Optional.of(hiddenStates.row(1)) : Optional.empty();
    return new Conditioning(hiddenStates.row(0), negative);
  }

  @Override
  public Generation begin(ImageRequest request, Conditioning conditioning) {
    Tensor noise =
        SeededNoise.normal(
            request.seed(),
            SeededNoise.INITIAL,
            model.latentShape(request.width(), request.height()));
    return new Generation(request, model.schedule(request.steps()), conditioning, noise);
  }

  @Override
  public void step(List<Generation> batch) {
    DenoiserRows rows = DenoiserRows.of(batch);
    Tensor output = model.denoiser().predict(rows.samples(), rows.timesteps(), rows.hiddenStates());
    rows.advance(output);
  }

  @Override
  public List<Tensor> decode(List<Generation> batch) {
    Tensor latents = Tensor.batch(batch.stream().map(Generation::predicted).toList());
    Tensor pixels = model.vaeDecoder().decode(latents); // [rows, 3, height, width]
    List<Tensor> images = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      images.add(pixels.row(i));
    }
    return images;
  }

  @Override
  public void close() {
    model.close();
  }
}
