package dev.lukis.model.onnx;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.files.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Puts the native libraries of ONNX Runtime, JNA and DJL into the {@link TemporaryFolder} of this
 * process, from which leftovers of killed processes are removed. One thread at a time.
 */
final class NativeLibraries {
  private static final String ORT_PATH = "onnxruntime.native.path";
  private static final String JNA_PATH = "jna.tmpdir";
  private static final String DJL_PATH = "DJL_CACHE_DIR";

  private static final List<String> ORT_LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

  /** Of the GPU build; ONNX Runtime looks for them beside its own library. */
  private static final List<String> PROVIDERS =
      List.of(
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda",
          "onnxruntime_providers_tensorrt");

  // Mutable state
  private static boolean unpacked;

  private NativeLibraries() {}

  /**
   * Sets where libraries are unpacked; an operator's own setting stays.
   *
   * @throws ModelException when the temporary folder cannot be used
   */
  static void prepare() {
    setIfAbsent(JNA_PATH, TemporaryFolder.ofThisProcess());
    if (System.getenv(DJL_PATH) == null && System.getProperty(DJL_PATH) == null) {
      keepInTemporaryFolderUnlessWritable(Path.of(System.getProperty("user.home"), ".djl.ai"));
    }
  }

  private static void setIfAbsent(String property, Path folder) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, folder.toString());
    }
  }

  // DJL keeps one copy for all processes in the home directory, where it can.
  private static void keepInTemporaryFolderUnlessWritable(Path home) {
    try {
      Files.createDirectories(home);
      if (!Files.isWritable(home)) {
        throw new IOException(home + " is not writable");
      }
    } catch (IOException e) {
      System.setProperty(DJL_PATH, TemporaryFolder.ofThisProcess().toString());
    }
  }

  /**
   * Unpacks ONNX Runtime's libraries. ONNX Runtime loads them itself: only its own class loader
   * may.
   *
   * @throws ModelException when the temporary folder is too small
   */
  static void unpackOnnxRuntime() {
    if (unpacked || setByOperator()) {
      return;
    }
    Path folder = TemporaryFolder.ofThisProcess();
    try {
      for (String library : ORT_LIBRARIES) {
        if (!unpack(System.mapLibraryName(library), folder)) {
          // Another platform: ONNX Runtime finds and unpacks its libraries itself.
          return;
        }
      }
      for (String provider : PROVIDERS) {
        unpack(System.mapLibraryName(provider), folder);
      }
    } catch (IOException e) {
      throw TemporaryFolder.unusable(e);
    }
    System.setProperty(ORT_PATH, folder.toString());
    unpacked = true;
  }

  // Another class loader of this process may have set it too: it needs files of its own.
  private static boolean setByOperator() {
    String folder = System.getProperty(ORT_PATH);
    return folder != null && !TemporaryFolder.isOurs(Path.of(folder));
  }

  private static boolean unpack(String library, Path folder) throws IOException {
    String resource = "/ai/onnxruntime/native/" + platform() + "/" + library;
    try (InputStream in = ai.onnxruntime.OrtEnvironment.class.getResourceAsStream(resource)) {
      if (in == null) {
        return false;
      }
      Files.copy(in, folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
      return true;
    }
  }

  /** As ONNX Runtime names it: {@code linux-x64}, {@code osx-aarch64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    return name + (processor.matches("amd64|x86_64") ? "-x64" : "-" + processor);
  }
}
