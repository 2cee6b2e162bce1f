package dev.lukis.model.onnx;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Optional;

/**
 * Keeps ONNX Runtime from sending usage events to its maker, and from keeping an identity of the
 * machine for them in the home directory. It reads an environment variable when its library is
 * loaded; its own setting in Java comes after the first events. Stateless.
 */
final class TelemetryOptOut {
  static final String FORBIDDEN = "ORT_DISABLE_TELEMETRY";

  private TelemetryOptOut() {}

  /**
   * To be called before ONNX Runtime's library is loaded.
   *
   * @return why it did not work, for a warning
   */
  static Optional<String> forbid() {
    if (System.getenv(FORBIDDEN) != null) {
      return Optional.empty();
    }
    try {
      setEnvironment();
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of("ONNX Runtime may send usage events; set " + FORBIDDEN + "=1: " + e);
    }
  }

  // Java can read the environment of its process, and not write it.
  private static void setEnvironment() {
    NativeLibrary c = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);
    if (Platform.isWindows()) {
      c.getFunction("_putenv_s").invokeInt(new Object[] {FORBIDDEN, "1"});
    } else {
      c.getFunction("setenv").invokeInt(new Object[] {FORBIDDEN, "1", 1});
    }
  }
}
