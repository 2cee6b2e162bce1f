package dev.lukis.http;

import dev.lukis.app.ModelStartup;
import dev.lukis.config.LukisConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /page.json}: settings of the page, read before it connects. */
@Singleton
class PageRoute {
  private static final Map<String, List<String>> PROMPTS =
      Map.of(
          "en",
          List.of(
              "a red balloon on the beach at sunset",
              "a small boat on the sea at night",
              "a yellow car in the city in the rain",
              "a big tree in the meadow under a rainbow"),
          "id",
          List.of(
              "balon merah di pantai saat matahari terbenam",
              "perahu kecil di laut pada malam hari",
              "mobil kuning di kota saat hujan",
              "pohon besar di padang rumput di bawah pelangi"));

  private final LukisConfig.Page page;
  private final ModelStartup startup;

  @Inject
  PageRoute(LukisConfig config, ModelStartup startup) {
    this.page = config.page();
    this.startup = startup;
  }

  /**
   * The response, as JSON.
   *
   * @param logo URL of a logo, if there is one
   * @param words that the model understands, by language and kind; null until the model is loaded
   * @param sharing whether images can be shared
   */
  record Answer(
      String title,
      @Nullable String logo,
      Booth booth,
      @Nullable Map<String, Map<String, List<String>>> words,
      boolean sharing) {}

  /** Settings of the booth mode. */
  record Booth(Map<String, List<String>> prompts, long attractAfterMs, long wipeAfterMs) {}

  void register(@Observes Router router) {
    router.route("/page.json").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    LukisConfig.Booth booth = page.booth();
    context.response().putHeader("Cache-Control", "no-cache");
    Answer answer =
        new Answer(
            page.title(),
            page.logo().orElse(null),
            new Booth(
                booth.prompts().isEmpty() ? PROMPTS : booth.prompts(),
                booth.attractAfter().toMillis(),
                booth.wipeAfter().toMillis()),
            words().orElse(null),
            true);
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    Responses.end(context, Json.encodeToBuffer(answer));
  }

  private Optional<Map<String, Map<String, List<String>>>> words() {
    return startup
        .painting()
        .map(painting -> painting.vocabulary().hints())
        .filter(hints -> !hints.isEmpty());
  }
}
