package dev.lukis.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page's document with an entity tag, so that browsers notice a new release at once, and
 * sets the caching of its other files: those in {@code assets} have a hash in their names and never
 * change. Thread-safe.
 */
@Singleton
class PageCaching {
  /** Before the handler of static files. */
  private static final int ORDER = -5;

  private static final String DOCUMENT = "META-INF/resources/index.html";
  private static final String REVALIDATE = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String AN_HOUR = "public, max-age=3600";
  private static final int NOT_MODIFIED = 304;

  private final Optional<Document> document;

  PageCaching() {
    this.document = read(Thread.currentThread().getContextClassLoader());
  }

  private record Document(Buffer content, String tag) {}

  // Without one, another server serves the page: the one of the front end's developers.
  private static Optional<Document> read(ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] content = in.readAllBytes();
      return Optional.of(new Document(Buffer.buffer(content), tag(content)));
    } catch (IOException e) {
      throw new UncheckedIOException(DOCUMENT + ": cannot be read", e);
    }
  }

  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(PageCaching::setCaching);
    for (String path : new String[] {"/", "/index.html"}) {
      router
          .route(path)
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .order(ORDER + 1)
          .handler(this::serve);
    }
  }

  private static void setCaching(RoutingContext context) {
    context.addHeadersEndHandler(ignored -> overrideDefault(context));
    context.next();
  }

  // The default of the handler of static files is a day, unasked, for every file.
  private static void overrideDefault(RoutingContext context) {
    HttpServerResponse response = context.response();
    String present = response.headers().get(HttpHeaders.CACHE_CONTROL);
    if (present != null && present.contains("immutable")) {
      String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
      response.putHeader(HttpHeaders.CACHE_CONTROL, caching(context.normalizedPath(), type));
    }
  }

  static String caching(String path, @Nullable String type) {
    if (type != null && type.startsWith("text/html")) {
      return REVALIDATE;
    }
    return path.contains("/assets/") ? FOR_EVER : AN_HOUR;
  }

  private void serve(RoutingContext context) {
    if (document.isEmpty()) {
      context.next();
      return;
    }
    Document page = document.get();
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE)
            .putHeader(HttpHeaders.ETAG, page.tag());
    if (names(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), page.tag())) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    Responses.end(context, page.content());
  }

  // A compressing proxy makes the tag a weak one.
  private static boolean names(@Nullable String condition, String tag) {
    return condition != null && condition.contains(tag);
  }
}
