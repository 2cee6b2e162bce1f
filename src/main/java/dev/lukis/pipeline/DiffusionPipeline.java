package dev.lukis.pipeline;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.component.LatentDecoder;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.model.onnx.NonFiniteOutputException;
import dev.lukis.model.tokenizer.PromptReader;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Tensor;
import dev.lukis.text.PromptReading;
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
    PromptReader.Reading reading = model.promptReader().read(prompt);
    return new PromptReading(model.promptEncoder().cuts(reading.words()), reading.unknown());
  }

  @Override
  public Conditioning encode(ImageSpec request) {
    boolean askedTwice = request.guided() && !model.denoiser().knowsGuidance();
    Optional<String> negative =
        askedTwice ? Optional.of(words(request.negativePrompt())) : Optional.empty();
    List<PromptEmbeddings> states = model.promptEncoder().encode(words(request.prompt()), negative);
    return new Conditioning(states.get(0), negative.map(words -> states.get(1)));
  }

  private String words(String prompt) {
    return model.promptReader().read(prompt).words();
  }

  @Override
  public Generation begin(ImageSpec request, Conditioning conditioning) {
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
    Tensor output;
    try {
      output = model.denoiser().predict(rows.rows());
    } catch (NonFiniteOutputException e) {
      throw new UnusableOutputException(rows.generations(e.rows()), e);
    }
    rows.advance(output);
  }

  @Override
  public boolean mixesTimesteps() {
    return model.denoiser().mixesTimesteps();
  }

  @Override
  public List<Tensor> decode(List<Generation> batch) {
    return decode(batch, model.decoder());
  }

  @Override
  public List<Tensor> preview(List<Generation> batch) {
    return decode(batch, model.previewer());
  }

  private static List<Tensor> decode(List<Generation> batch, LatentDecoder decoder) {
    Tensor latents = Tensor.batch(batch.stream().map(Generation::predicted).toList());
    Tensor pixels; // [rows, 3, height, width]
    try {
      pixels = decoder.decode(latents);
    } catch (NonFiniteOutputException e) {
      throw new UnusableOutputException(e.rows().stream().map(batch::get).toList(), e);
    }
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
