package dev.lukis.model.tokenizer;

/** Turns a prompt into token ids. Thread-safe. */
public interface Tokenizer extends AutoCloseable {
  /** Cut or padded to the length that the model reads. */
  Tokens encode(String prompt);

  /** Called when the model is closed, which owns this part. */
  @Override
  void close();
}
