package dev.lukis.pipeline;

import dev.lukis.tensor.Tensor;
import java.util.List;

/**
 * Text to picture in stages that a caller strings together: encode, begin, step until finished,
 * decode. One thread at a time, always the same one where a device is behind it.
 */
public interface ImagePipeline extends AutoCloseable {
  /** What the model would make of a prompt. From any thread, also while others work. */
  PromptReading read(String prompt);

  /** Stage 1: the words, understood. */
  Conditioning encode(ImageRequest request);

  /** Stage 2: seeded noise, ready for its first step. */
  Generation begin(ImageRequest request, Conditioning conditioning);

  /**
   * Stage 3: one denoising step for each generation, in one call of the model. None is finished;
   * all have one size; they may be at different steps.
   */
  void step(List<Generation> batch);

  /**
   * Stage 4: pixels of what each generation predicts now; all have one size.
   *
   * @return for each, [3, height, width], red, green and blue, nominally in [-1, 1]
   */
  List<Tensor> decode(List<Generation> batch);

  /** Frees the model; no stage may be used afterwards. */
  @Override
  void close();
}
