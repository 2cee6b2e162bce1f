package dev.lukis.model.onnx;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.logging.Logger;

/**
 * Keeps ONNX Runtime from sending usage events to its maker, and from keeping an identity of the
 * machine for them in the home directory. It reads an environment variable when its library is
 * loaded; its own setting in Java comes after the first events. Stateless.
 */
final class TelemetryOptOut {
  static final String FORBIDDEN = "ORT_DISABLE_TELEMETRY";

  private static final Logger LOG = Logger.getLogger(TelemetryOptOut.class.getName());

  private TelemetryOptOut() {}

  /** To be called before ONNX Runtime's library is loaded. */
  static void forbid() {
    if (System.getenv(FORBIDDEN) != null) {
      return;
    }
    try {
      setEnvironment();
    } catch (LinkageError e) {
      LOG.warning("ONNX Runtime may send usage events; set " + FORBIDDEN + "=1: " + e);
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
