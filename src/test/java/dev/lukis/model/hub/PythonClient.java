package dev.lukis.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real client of the Hub, in a Python process; see {@code src/fixtures/README.md}. */
final class PythonClient {
  private static final String SCRIPT = "src/fixtures/hub_peer.py";

  private PythonClient() {}

  private static String interpreter() {
    String named = System.getenv("LUKIS_PYTHON");
    return named == null ? "python3" : named;
  }

  /** Whether there is one on this machine. */
  static boolean isPresent() {
    try {
      Process process =
          new ProcessBuilder(interpreter(), "-c", "import huggingface_hub")
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs one command of the script, and returns what it prints. */
  static JsonNode run(Path home, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(interpreter(), SCRIPT));
    command.addAll(List.of(arguments));
    Path errors = home.resolveSibling("python.err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("HF_HUB_DISABLE_TELEMETRY", "1");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(
          String.join(" ", command)
              + "\n"
              + new String(Fetches.bytes(errors), StandardCharsets.UTF_8));
    }
    return new ObjectMapper().readTree(out);
  }
}
