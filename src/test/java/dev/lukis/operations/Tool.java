package dev.lukis.operations;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** External programs, which may be missing on a machine. Stateless. */
final class Tool {
  record Ended(int status, String output) {}

  private Tool() {}

  /** Skips the test if the program is not installed. If CI is "true", fails it instead. */
  static void require(String program) {
    if (!exists(program)) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(program + ": not installed (expected: on CI nothing is skipped)");
      }
      abort(program + " is not installed");
    }
  }

  /** Skips the test if the program is not installed. */
  static void wish(String program) {
    if (!exists(program)) {
      abort(program + " is not installed");
    }
  }

  static boolean exists(String program) {
    return find(program).isPresent();
  }

  /** Path of a program. */
  static Optional<Path> find(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a program to its end; standard error is part of the output. */
  static Ended run(Map<String, String> environment, String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
