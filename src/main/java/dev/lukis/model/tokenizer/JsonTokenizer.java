package dev.lukis.model.tokenizer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.files.TemporaryFolder;
import dev.lukis.model.onnx.OnnxEngine;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A tokenizer exactly as its {@code tokenizer.json} says. Thread-safe. */
public final class JsonTokenizer implements Tokenizer {
  private final HuggingFaceTokenizer tokenizer;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private JsonTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * @param length every prompt is cut or padded to this many tokens
   */
  public static JsonTokenizer load(ModelDirectory directory, String file, int length) {
    OnnxEngine.start();
    Map<String, String> options =
        Map.of(
            "maxLength", Integer.toString(length),
            "truncation", "true",
            "padding", "MAX_LENGTH");
    try {
      return new JsonTokenizer(HuggingFaceTokenizer.newInstance(directory.required(file), options));
    } catch (LinkageError e) {
      throw TemporaryFolder.unusable(e);
    } catch (IOException | RuntimeException e) {
      throw new ModelException(
          file + ": cannot be loaded (expected: a Hugging Face tokenizer): " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalStateException when this is closed
   */
  @Override
  public Tokens encode(String prompt) {
    lock.readLock().lock();
    try {
      Encoding encoding = tokenizer.encode(prompt);
      return new Tokens(encoding.getIds(), encoding.exceedMaxLength());
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Frees the tokenizer once no prompt is being read: prompts are read on any thread. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      tokenizer.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
