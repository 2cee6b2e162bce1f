package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.FrameClient;
import dev.lukis.testing.PackagedServer;
import dev.lukis.testing.Ready;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged application behind a real nginx, both as docs/proxy configures them. */
class ProxyIT {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @TempDir static Path directory;

  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    Nginx.program();
    String[] settings =
        Files.readAllLines(Path.of("docs/proxy/lukis.properties")).stream()
            .filter(line -> !line.startsWith("#"))
            .toArray(String[]::new);
    server = PackagedServer.start(directory.resolve("server.log"), settings);
    Ready.await(server.base());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "root.conf, /, false",
    "root.conf, /, true",
    "sub-path.conf, /paint/, false",
    "sub-path.conf, /paint/, true"
  })
  void thePageItsSocketAndASharedImageAreReached(
      String configuration, String path, boolean tls, @TempDir Path folder) throws Exception {
    ProxyCertificate certificate = ProxyCertificate.in(folder);
    try (Nginx nginx = Nginx.start(configuration, folder, server.base())) {
      URI page =
          URI.create(
              "%s://paint.example:%d%s".formatted(tls ? "https" : "http", nginx.port(tls), path));
      ProxyVisitor visitor =
          new ProxyVisitor(page, tls ? certificate.sockets() : SocketFactory.getDefault());
      everythingOnThePageIsThere(visitor);
      assertThat(visitor.get("q/health/ready").status()).isEqualTo(404);
      try (FrameClient client = visitor.connect()) {
        share(visitor, page, ProxyVisitor.paint(client, "a red balloon on the beach"));
      }
    }
  }

  private static void everythingOnThePageIsThere(ProxyVisitor visitor) throws Exception {
    ProxyVisitor.Answer page = visitor.get("");
    assertThat(page.status()).isEqualTo(200);
    List<String> links =
        LINK.matcher(page.body()).results().map((MatchResult link) -> link.group(1)).toList();
    assertThat(links).anyMatch(link -> link.endsWith(".js"));
    for (String link : links) {
      assertThat(visitor.get(link).status()).as(link).isEqualTo(200);
    }
    assertThat(visitor.get("page.json").status()).isEqualTo(200);
  }

  private static void share(ProxyVisitor visitor, URI page, ProxyVisitor.Painted painted)
      throws Exception {
    ProxyVisitor.Answer shared =
        visitor.post("share", Map.of("session", painted.session(), "image", painted.image()));
    assertThat(shared.status()).as(shared.body()).isEqualTo(201);
    String url = shared.json().get("url").asText();
    assertThat(url).startsWith(page + "i/");
    ProxyVisitor.Answer image = visitor.get(url);
    assertThat(image.status()).isEqualTo(200);
    assertThat(image.head()).containsIgnoringCase("content-type: image/jpeg");
    assertThat(visitor.get(besideThePage(shared.json().get("qr").asText())).body())
        .contains("<svg");
  }

  // As the page reads it: the part of the address that does not depend on where the page is.
  private static String besideThePage(String address) {
    return address.replaceFirst("^.*?(i/[^/]+/qr\\.svg)$", "$1");
  }
}
