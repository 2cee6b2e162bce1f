package dev.lukis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged application as a process of its own, so that it can be ended as a pod is. */
public final class PackagedServer implements AutoCloseable {
  public static final String HOME = "home";

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
  private static final int PATIENCE_SECONDS = 60;

  private final Path log;
  private final Process process;

  private PackagedServer(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  /**
   * Starts one on a free port, at home in a folder of its own, {@link #HOME}, beside the log.
   *
   * @param log where its output goes
   * @param configuration such as {@code lukis.drain.deadline=1s}
   */
  public static PackagedServer start(Path log, String... configuration) throws IOException {
    return start(log, Map.of(), configuration);
  }

  /**
   * The same, with environment variables.
   *
   * @param environment variables beside those of this process
   */
  public static PackagedServer start(
      Path log, Map<String, String> environment, String... configuration) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-Duser.home=" + log.resolveSibling(HOME));
    command.add("-Dquarkus.http.port=0");
    command.add("-Dquarkus.http.host=127.0.0.1");
    for (String each : configuration) {
      command.add("-D" + each);
    }
    command.add("-jar");
    command.add(JAR.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Path home = Files.createDirectories(log.resolveSibling(HOME));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("TMPDIR", home.toString());
    builder.environment().remove("ORT_DISABLE_TELEMETRY");
    builder.environment().putAll(environment);
    return new PackagedServer(log, builder.start());
  }

  /** Where it listens, once it does. */
  public URI base() {
    return Awaitility.await()
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(this::listening, Optional::isPresent)
        .orElseThrow();
  }

  private Optional<URI> listening() {
    Matcher matcher = LISTENING.matcher(String.join("\n", lines()));
    return matcher.find()
        ? Optional.of(URI.create("http://127.0.0.1:" + matcher.group(1) + "/"))
        : Optional.empty();
  }

  /** What it has written so far. */
  public List<String> lines() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM, as Kubernetes sends it. */
  public void terminate() {
    process.destroy();
  }

  /** How it ended. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
