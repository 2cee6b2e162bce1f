package dev.lukis.model;

/** Turns a prompt into token ids. Thread-safe. */
public interface Tokenizer extends AutoCloseable {
  /** Cut or padded to the length that the model reads. */
  Tokens encode(String prompt);

  /** For {@link DiffusionModel#close()}. */
  @Override
  void close();
}
