package dev.lukis.model.tokenizer;

import java.util.List;

/** Turns a prompt into token ids. Thread-safe. */
public interface Tokenizer extends AutoCloseable {
  /** Cut or padded to the length that the model reads. */
  Tokens encode(String prompt);

  /**
   * A prompt with its weights and breaks, in chunks that are each as long as the model reads. A
   * tokenizer that knows neither gives one.
   *
   * @param most chunks at most, at least 1; the last tells whether the prompt is longer
   */
  default List<Tokens> chunks(String prompt, int most) {
    return List.of(encode(prompt));
  }

  /** Whether weights and breaks in a prompt have a meaning. */
  default boolean readsWeights() {
    return false;
  }

  /** Called when the model is closed, which owns this part. */
  @Override
  void close();
}
