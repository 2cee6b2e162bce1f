package dev.lukis.http;

import dev.lukis.app.LoraSwitching;
import dev.lukis.app.ModelStartup;
import dev.lukis.app.PaintingService;
import dev.lukis.config.LukisConfig;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraReport;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code GET /q/loras} returns the LoRAs that images are painted with and their weights, {@code PUT
 * /q/loras} changes the weights. Only if {@code lukis.lora-switching} is on.
 */
@Singleton
class LoraRoutes {
  private static final String PATH = "/q/loras";
  private static final int MAX_BODY = 16_384;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;

  private final LukisConfig config;
  private final ModelStartup startup;

  @Inject
  LoraRoutes(LukisConfig config, ModelStartup startup) {
    this.config = config;
    this.startup = startup;
  }

  void register(@Observes Router router) {
    if (config.loraSwitching()) {
      router.get(PATH).handler(this::show);
      router
          .put(PATH)
          .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
          .blockingHandler(this::change);
    }
  }

  private void show(RoutingContext context) {
    startup
        .painting()
        .map(PaintingService::loras)
        .ifPresentOrElse(loras -> answer(context, loras), () -> notReady(context));
  }

  private void change(RoutingContext context) {
    startup
        .painting()
        .map(PaintingService::loras)
        .ifPresentOrElse(loras -> change(context, loras), () -> notReady(context));
  }

  private static void change(RoutingContext context, LoraSwitching loras) {
    try {
      loras.change(weights(context));
      answer(context, loras);
    } catch (DecodeException | ClassCastException e) {
      refuse(context, BAD_REQUEST, "body: not understood (expected: {\"path\": weight, ...})");
    } catch (ModelException e) {
      refuse(context, BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Double> weights(RoutingContext context) {
    JsonObject body = context.body().asJsonObject();
    if (body == null) {
      throw new DecodeException("no body");
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String location : body.fieldNames()) {
      Double weight = body.getDouble(location);
      if (weight == null) {
        throw new DecodeException(location);
      }
      weights.put(location, weight);
    }
    return weights;
  }

  private static void answer(RoutingContext context, LoraSwitching loras) {
    JsonObject now = new JsonObject();
    for (LoraReport lora : loras.present()) {
      now.put(lora.location(), lora.weight());
    }
    context.response().setStatusCode(OK).putHeader("Content-Type", "application/json");
    context.end(now.encode());
  }

  private static void notReady(RoutingContext context) {
    refuse(context, UNAVAILABLE, "model: loading (expected: loaded)");
  }

  private static void refuse(RoutingContext context, int status, String message) {
    context.response().setStatusCode(status).putHeader("Content-Type", "text/plain; charset=utf-8");
    context.end(message);
  }
}
