package dev.lukis.gallery;

/** A session has shared as many images as it may. */
public final class TooManySharesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooManySharesException(int limit) {
    super("shares of this session: " + (limit + 1) + " (expected: at most " + limit + ")");
  }
}
