package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lukis.model.files.ModelException;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxiesTest {
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("ann:s p".getBytes(StandardCharsets.UTF_8));

  private final List<String> proxied = new CopyOnWriteArrayList<>();
  private final HttpServer proxy = start();

  @TempDir Path home;

  // Forwards what it is asked for, to people who know the password.
  private HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              if (!LOGIN.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"p\"");
                HubServer.send(exchange, 407, new byte[0]);
                return;
              }
              URI target = exchange.getRequestURI();
              proxied.add(exchange.getRequestMethod() + " " + target.getHost());
              URI real =
                  URI.create(
                      "http://127.0.0.1:"
                          + target.getPort()
                          + target.getRawPath()
                          + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
              var connection = (HttpURLConnection) real.toURL().openConnection();
              connection.setInstanceFollowRedirects(false);
              connection.setRequestMethod(exchange.getRequestMethod());
              int status = connection.getResponseCode();
              connection
                  .getHeaderFields()
                  .forEach(
                      (name, values) -> {
                        if (name != null) {
                          exchange.getResponseHeaders().put(name, values);
                        }
                      });
              byte[] body = status < 400 ? connection.getInputStream().readAllBytes() : new byte[0];
              if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
              } else {
                HubServer.send(exchange, status, body);
              }
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    proxy.stop(0);
  }

  private String address() {
    return "http://ann:s%20p@127.0.0.1:" + proxy.getAddress().getPort();
  }

  @Test
  void everythingGoesThroughTheProxyOfTheEnvironmentWithItsPassword() {
    HubRepository repository = Fetches.pipeline();
    try (HubServer server = HubServer.start().with(repository)) {
      Fetches fetches =
          new Fetches(server, home)
              .set("HF_ENDPOINT", "http://hub.invalid:" + server.endpoint().getPort())
              .set("http_proxy", address());
      Fetches.assertSame(fetches.fetch(), repository, Fetches.NEEDED);
    }
    assertThat(proxied).contains("GET hub.invalid", "HEAD hub.invalid", "GET 127.0.0.1");
  }

  @Test
  void hostsOfNoProxyAreAskedDirectly() {
    HubRepository repository = Fetches.pipeline();
    try (HubServer server = HubServer.start().with(repository)) {
      Fetches fetches =
          new Fetches(server, home)
              .set("HTTP_PROXY", address())
              .set("NO_PROXY", "example.org, 127.0.0.1");
      Fetches.assertSame(fetches.fetch(), repository, Fetches.NEEDED);
    }
    assertThat(proxied).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> Proxies.of(java.util.Map.of("https_proxy", "http://ann:secret@")))
        .isInstanceOf(ModelException.class)
        .hasMessage("https_proxy: not an address (expected: http://host:port)");
  }
}
