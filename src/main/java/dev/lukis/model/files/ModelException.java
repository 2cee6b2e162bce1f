package dev.lukis.model.files;

import org.jspecify.annotations.Nullable;

/** A model cannot be used; the message names the file, the value found and what was expected. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
