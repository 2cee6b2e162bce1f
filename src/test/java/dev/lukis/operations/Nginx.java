package dev.lukis.operations;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A running nginx with a configuration of {@code docs/proxy/nginx}. Only ports and paths differ
 * from the file.
 */
final class Nginx implements AutoCloseable {
  private static final Path DOCUMENTED = Path.of("docs/proxy/nginx");
  private static final String MAIN =
      """
      daemon off;
      pid nginx.pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        include lukis.conf;
      }
      """;

  private final Process process;
  private final int plainPort;
  private final int tlsPort;

  private Nginx(Process process, int plainPort, int tlsPort) {
    this.process = process;
    this.plainPort = plainPort;
    this.tlsPort = tlsPort;
  }

  /** Skips the test where there is no nginx. */
  static String program() {
    Optional<Path> found =
        Tool.find("nginx").or(() -> Optional.of(Path.of("/usr/sbin/nginx")).filter(Files::exists));
    if (found.isEmpty()) {
      return abort("nginx is not installed");
    }
    return found.get().toString();
  }

  /**
   * @param name of a file of {@code docs/proxy/nginx}
   * @param folder for its files; the certificate's are there already
   * @param server where Lukis listens
   */
  static Nginx start(String name, Path folder, URI server) throws IOException {
    int plain = freePort();
    int tls = freePort();
    String configuration =
        Files.readString(DOCUMENTED.resolve(name))
            .replace("listen 80;", "listen 127.0.0.1:%d;".formatted(plain))
            .replace("listen 443 ssl;", "listen 127.0.0.1:%d ssl;".formatted(tls))
            .replace("/etc/nginx/tls/", folder + "/")
            .replace("127.0.0.1:8080", server.getAuthority());
    Files.writeString(folder.resolve("lukis.conf"), configuration);
    String shared = "lukis-proxy.inc";
    Files.writeString(folder.resolve(shared), Files.readString(DOCUMENTED.resolve(shared)));
    Path main = Files.writeString(folder.resolve("nginx.conf"), MAIN);
    Process process =
        new ProcessBuilder(program(), "-p", folder.toString(), "-c", main.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    Awaitility.await()
        .atMost(20, TimeUnit.SECONDS)
        .failFast("nginx ended", () -> !process.isAlive())
        .until(() -> answers(plain) && answers(tls));
    return new Nginx(process, plain, tls);
  }

  int port(boolean tls) {
    return tls ? tlsPort : plainPort;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
