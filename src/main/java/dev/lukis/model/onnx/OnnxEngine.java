package dev.lukis.model.onnx;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.files.TemporaryFolder;
import java.util.Optional;
import java.util.logging.Logger;

/** The settings under which DJL and ONNX Runtime are started. */
public final class OnnxEngine {
  static final String NAME = "OnnxRuntime";

  private static final String WEIGHTS_FOLDER =
      "session.model_external_initializers_file_folder_path";

  private static final Logger LOG = Logger.getLogger(OnnxEngine.class.getName());

  private OnnxEngine() {}

  /**
   * Starts the engine. It looks for nothing in the network and sends no usage events.
   *
   * @throws ModelException when a native library cannot be loaded
   */
  public static synchronized void start() {
    System.setProperty("ai.djl.offline", "true");
    NativeLibraries.prepare();
    Optional<String> warning = TelemetryOptOut.forbid();
    NativeLibraries.unpackOnnxRuntime();
    try {
      Engine.getEngine(NAME);
    } catch (LinkageError | RuntimeException e) {
      Throwable root = root(e);
      if (root instanceof LinkageError) {
        throw TemporaryFolder.unusable(root);
      }
      throw e;
    }
    warning.ifPresent(LOG::warning);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
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

  /** Options for a graph: where its weights are, and whether they are used there. */
  public static SessionOptions options(ExecutionOptions execution, GraphSource source)
      throws OrtException {
    SessionOptions options = options(execution);
    if (source.weightsFolder().isPresent()) {
      options.addConfigEntry(WEIGHTS_FOLDER, source.weightsFolder().get().toString());
      // Sizes change from image to image, and a pattern is kept for each.
      options.setMemoryPatternOptimization(false);
    }
    if (execution.profiles().isPresent()) {
      options.enableProfiling(
          NodeProviders.prefix(execution.profiles().get(), source.name()).toString());
    }
    if (source.mapped()) {
      // The highest level copies the weights of convolutions, and packing copies the others.
      options.setOptimizationLevel(SessionOptions.OptLevel.EXTENDED_OPT);
      options.addConfigEntry("session.disable_prepacking", "1");
    }
    return options;
  }

  /** Why a GPU cannot be used, in one line; empty when it can. */
  static String unusable(Device device) {
    start();
    try (SessionOptions options = new SessionOptions()) {
      GpuProviders.add(options, ExecutionOptions.of(device, 1));
      return "";
    } catch (OrtException | UnsatisfiedLinkError e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }
  }
}
