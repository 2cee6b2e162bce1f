package dev.lukis.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.Map;

/** Turns a prompt into token ids, as {@code tokenizer.json} says. Thread-safe. */
public final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  private Tokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * @param length every prompt is cut or padded to this many tokens
   */
  static Tokenizer load(ModelDirectory directory, int length) {
    String file = "tokenizer/tokenizer.json";
    OnnxEngine.start();
    Map<String, String> options =
        Map.of(
            "maxLength", Integer.toString(length),
            "truncation", "true",
            "padding", "MAX_LENGTH");
    try {
      return new Tokenizer(HuggingFaceTokenizer.newInstance(directory.required(file), options));
    } catch (IOException | RuntimeException e) {
      throw new ModelException(
          file + ": cannot be loaded (expected: a Hugging Face tokenizer): " + e.getMessage(), e);
    }
  }

  public Tokens encode(String prompt) {
    Encoding encoding = tokenizer.encode(prompt);
    return new Tokens(encoding.getIds(), encoding.exceedMaxLength());
  }

  /** For {@link DiffusionModel#close()}. */
  @Override
  public void close() {
    tokenizer.close();
  }
}
