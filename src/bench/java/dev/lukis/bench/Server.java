package dev.lukis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running server: one that was started for this, or another's by its address. Closing it ends the
 * former.
 */
public final class Server implements AutoCloseable {
  private static final int START_SECONDS = 60;
  private static final int STOP_SECONDS = 30;
  private static final long POLL_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final long pid;
  private final List<Process> started;

  private Server(URI base, long pid, List<Process> started) {
    this.base = base;
    this.pid = pid;
    this.started = started;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** A server that this run did not start; its memory cannot be read. */
  public static Server at(URI base) {
    return new Server(base, -1, List.of());
  }

  /**
   * Starts the packaged application on a free port and waits until it is ready. Its JVM takes the
   * arguments of {@code -Dserver.options}; its output goes to {@code server.log} beside the jar's
   * folder.
   *
   * @param configuration such as {@code lukis.live.on-new-revision=finish}
   */
  public static Server start(List<String> configuration) {
    return start(configuration, freePort());
  }

  /** The same on a port, for one that is to come back where it was. */
  public static Server start(List<String> configuration, int port) {
    Path jar = Options.serverJar();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + ": no such file (expected: the packaged server)");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Options.serverOptions());
    configuration.forEach(each -> command.add("-D" + each));
    command.addAll(List.of("-Dquarkus.http.port=" + port, "-Dquarkus.http.host=127.0.0.1"));
    command.addAll(List.of("-jar", jar.toString()));
    Process process = launch(command, jar.resolveSibling("../server.log").normalize());
    URI base = URI.create("http://127.0.0.1:" + port);
    Server server = new Server(base, process.pid(), List.of(process));
    server.awaitReady(process);
    return server;
  }

  private static Process launch(List<String> command, Path log) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  private void awaitReady(Process process) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("the server did not start; see its server.log");
      }
      Pause.millis(POLL_MILLIS);
    }
  }

  private boolean ready() {
    try {
      return get("/q/health/ready").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  public URI base() {
    return base;
  }

  /** Of the server's process; -1 where it is unknown. */
  public long pid() {
    return pid;
  }

  public Counters counters() {
    HttpResponse<String> response = get("/q/metrics");
    return Counters.parse(response.statusCode() == 200 ? response.body() : "");
  }

  public HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as a crash or the kernel would. */
  public void kill() {
    started.forEach(Process::destroyForcibly);
    close();
  }

  @Override
  public void close() {
    for (Process process : started) {
      process.destroy();
      try {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
    }
  }
}
