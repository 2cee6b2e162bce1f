package dev.lukis.bench;

import dev.lukis.image.ImageFormat;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelCard;
import dev.lukis.model.component.DenoiserRow;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * The stages of one image, each timed by itself, in milliseconds. A round runs every stage once, in
 * the order of the work, so that none has the caches to itself. Takes the model over.
 */
public final class Stages implements AutoCloseable {
  public static final List<Integer> BATCHES =
      Options.words("batches", "1,2,4,8").stream().map(Integer::valueOf).toList();

  private static final String PROMPT = "a red balloon on the beach at night";
  private static final double NANOS_PER_MILLI = 1e6;

  public final Distribution textEncoding = new Distribution();
  public final Map<Integer, Distribution> steps = new TreeMap<>();
  public final Distribution decoding = new Distribution();
  public final Distribution draftDecoding = new Distribution();
  public final Distribution jpeg = new Distribution();

  private final DiffusionModel model;
  private final Tensor sample;

  public Stages(DiffusionModel model) {
    ModelCard card = model.card();
    this.model = model;
    this.sample =
        SeededNoise.normal(1, SeededNoise.INITIAL, model.latentShape(card.width(), card.height()));
    BATCHES.forEach(size -> steps.put(size, new Distribution()));
  }

  /** Runs rounds whose times are forgotten, then rounds whose times are kept. */
  public void run(int warmup, int rounds) {
    Stages forgotten = new Stages(model);
    for (int i = 0; i < warmup; i++) {
      forgotten.round();
    }
    for (int i = 0; i < rounds; i++) {
      round();
    }
  }

  private void round() {
    Map<String, Tensor> conditioning =
        timed(
            textEncoding,
            () ->
                model
                    .promptEncoder()
                    .encode(PROMPT, Optional.empty())
                    .get(0)
                    .inputs(1, sample.shape()));
    for (int size : BATCHES) {
      DenoiserRow row =
          new DenoiserRow(
              sample,
              model.schedule(1, model.card().width(), model.card().height()).timestep(0),
              conditioning,
              1);
      timed(steps.get(size), () -> model.denoiser().predict(Collections.nCopies(size, row)));
    }
    timed(draftDecoding, () -> model.draftDecoder().decode(Tensor.batch(List.of(sample))));
    Tensor pixels = timed(decoding, () -> model.decoder().decode(Tensor.batch(List.of(sample))));
    timed(jpeg, () -> ImageFormat.JPEG.encode(pixels.row(0)));
  }

  /** What a draft costs from its words to its JPEG, by the medians, alone on the device. */
  public double draftMillis() {
    return textEncoding.median()
        + model.card().draft().steps() * steps.get(1).median()
        + draftDecoding.median()
        + jpeg.median();
  }

  private static <T> T timed(Distribution readings, Callable<T> stage) {
    try {
      long begun = System.nanoTime();
      T result = stage.call();
      readings.add((System.nanoTime() - begun) / NANOS_PER_MILLI);
      return result;
    } catch (Exception e) {
      throw new IllegalStateException("a stage failed", e);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
