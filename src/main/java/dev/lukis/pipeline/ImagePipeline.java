package dev.lukis.pipeline;

import dev.lukis.image.ImageSpec;
import dev.lukis.tensor.Tensor;
import dev.lukis.text.PromptReading;
import java.util.List;

/**
 * Text to picture in stages that a caller strings together: encode, begin, step until finished,
 * decode. One thread at a time, always the same one where a device is behind it.
 */
public interface ImagePipeline extends AutoCloseable {
  /** What the model would make of a prompt. From any thread, also while others work. */
  PromptReading read(String prompt);

  /** Stage 1: the words, understood. */
  Conditioning encode(ImageSpec request);

  /** Stage 2: seeded noise, ready for its first step. */
  Generation begin(ImageSpec request, Conditioning conditioning);

  /**
   * Stage 3: one denoising step for each generation, in one call of the model. None is finished;
   * all have one size. They may be at different steps where the pipeline {@link #mixesTimesteps()};
   * else they are told the same timestep.
   *
   * @throws dev.lukis.model.onnx.OutOfDeviceMemoryException when so many are too many; they are as
   *     before
   * @throws UnusableOutputException when some have no usable output; all are as before
   */
  void step(List<Generation> batch);

  /** Whether generations at different timesteps may share a call. */
  default boolean mixesTimesteps() {
    return true;
  }

  /**
   * Instead of stage 4, for a session that waits: like {@link #decode}, and rougher where that is cheaper.
   */
  default List<Tensor> preview(List<Generation> batch) {
    return decode(batch);
  }

  /**
   * Stage 4: pixels of what each generation predicts now; all have one size.
   *
   * @return for each, [3, height, width], red, green and blue, nominally in [-1, 1]
   * @throws UnusableOutputException when some have no usable image
   */
  List<Tensor> decode(List<Generation> batch);

  /** Frees the model; no stage may be used afterwards. */
  @Override
  void close();
}
