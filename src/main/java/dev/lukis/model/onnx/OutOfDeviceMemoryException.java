package dev.lukis.model.onnx;

import java.util.Locale;

/**
 * A device had too little memory left for a run. Nothing is lost but the run; a smaller batch may
 * do.
 */
public final class OutOfDeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OutOfDeviceMemoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the words of a failure, in this or in what caused it, speak of memory. */
  static boolean tells(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
      if (each instanceof OutOfMemoryError
          || message.contains("failed to allocate memory")
          || message.contains("out of memory")
          || message.contains("bad_alloc")
          || message.contains("bad allocation")
          || message.contains("alloc_failed")) {
        return true;
      }
    }
    return false;
  }
}
