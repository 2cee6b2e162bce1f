package dev.lukis.model.onnx;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The settings under which DJL and ONNX Runtime are started. */
public final class OnnxEngine {
  static final String NAME = "OnnxRuntime";

  private OnnxEngine() {}

  /** Starts the engine; it never looks for the network, and tells nobody. */
  public static void start() {
    TelemetryOptOut.forbid();
    System.setProperty("ai.djl.offline", "true");
    if (System.getenv("DJL_CACHE_DIR") == null && System.getProperty("DJL_CACHE_DIR") == null) {
      keepNativeLibrariesIn(Path.of(System.getProperty("user.home"), ".djl.ai"));
    }
    Engine.getEngine(NAME);
  }

  private static void keepNativeLibrariesIn(Path home) {
    try {
      Files.createDirectories(home);
      if (!Files.isWritable(home)) {
        throw new IOException(home + " is not writable");
      }
    } catch (IOException e) {
      System.setProperty("DJL_CACHE_DIR", temporaryDirectory().toString());
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("lukis-native-");
    } catch (IOException e) {
      throw new UncheckedIOException("no place for native libraries", e);
    }
  }

  /** Options on the processor, for comparisons. */
  public static SessionOptions options(int threads) throws OrtException {
    return options(ExecutionOptions.cpu(threads));
  }

  public static SessionOptions options(ExecutionOptions execution) throws OrtException {
    SessionOptions options = new SessionOptions();
    if (execution.device().onGpu()) {
      GpuProviders.add(options, execution);
    }
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.setIntraOpNumThreads(execution.threads());
    options.setInterOpNumThreads(1);
    // The graphs run one after the other; a pool that spins after its run slows the next graph's.
    options.addConfigEntry("session.force_spinning_stop", "1");
    return options;
  }

  /** Why a GPU cannot be used, in one line; empty when it can. */
  static String unusable(Device device) {
    start();
    try (SessionOptions options = new SessionOptions()) {
      GpuProviders.add(options, new ExecutionOptions(device, 1, Optional.empty()));
      return "";
    } catch (OrtException | UnsatisfiedLinkError e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }
  }
}
