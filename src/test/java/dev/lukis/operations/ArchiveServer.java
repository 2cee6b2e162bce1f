package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one small tar archive on this machine, and counts the requests. */
final class ArchiveServer implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();

  // Mutable state
  private volatile byte[] archive = {};

  ArchiveServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/model.tar",
        exchange -> {
          requests.incrementAndGet();
          boolean known = exchange.getRequestURI().getPath().equals("/model.tar");
          exchange.sendResponseHeaders(known ? 200 : 404, known ? archive.length : -1);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(known ? archive : new byte[0]);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/model.tar";
  }

  int requests() {
    return requests.get();
  }

  /**
   * Replaces the archive by one of these files.
   *
   * @return its checksum
   */
  String publish(String... files) throws IOException {
    Path content = Files.createTempDirectory(folder, "content");
    for (String file : files) {
      Files.createDirectories(content.resolve(file).getParent());
      Files.writeString(content.resolve(file), file);
    }
    Path tar = folder.resolve("model.tar");
    Tool.Ended ended =
        Tool.run(Map.of(), "tar", "-cf", tar.toString(), "-C", content.toString(), ".");
    assertThat(ended.status()).as(ended.output()).isZero();
    archive = Files.readAllBytes(tar);
    return sum(archive);
  }

  private static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
