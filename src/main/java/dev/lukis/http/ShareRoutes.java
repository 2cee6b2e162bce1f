package dev.lukis.http;

import dev.lukis.gallery.EncodedImage;
import dev.lukis.gallery.ImageShares;
import dev.lukis.gallery.QrCode;
import dev.lukis.gallery.Share;
import dev.lukis.gallery.TooManySharesException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code POST /share} makes an image of a session fetchable, {@code GET /i/<token>} fetches it, and
 * {@code GET /i/<token>/qr.svg} is the QR code of the latter's address.
 */
@Singleton
class ShareRoutes {
  private static final int MAX_BODY = 1_024;
  private static final int CREATED = 201;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final ImageShares shares;
  private final PublicAddress address;

  @Inject
  ShareRoutes(ImageShares shares, PublicAddress address) {
    this.shares = shares;
    this.address = address;
  }

  void register(@Observes Router router) {
    router
        .post("/share")
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
        .handler(this::share);
    router.get("/i/:token").handler(this::image);
    router.get("/i/:token/qr.svg").handler(this::qrCode);
  }

  private void share(RoutingContext context) {
    try {
      JsonObject asked = context.body().asJsonObject();
      String session = asked == null ? null : asked.getString("session");
      Long image = asked == null ? null : asked.getLong("image");
      if (session == null || image == null) {
        throw new DecodeException("session and image are missing");
      }
      answer(context, shares.share(session, image));
    } catch (DecodeException | ClassCastException e) {
      refuse(context, BAD_REQUEST, "body: not understood (expected: {\"session\", \"image\"})");
    } catch (TooManySharesException e) {
      refuse(context, TOO_MANY, String.valueOf(e.getMessage()));
    }
  }

  private void answer(RoutingContext context, Optional<Share> share) {
    if (share.isEmpty()) {
      refuse(context, NOT_FOUND, "image: not kept (expected: a final image of an open session)");
      return;
    }
    String path = "/i/" + share.get().token();
    JsonObject answer =
        new JsonObject()
            .put("url", address.of(context.request(), path))
            .put("qr", path + "/qr.svg")
            .put("expiresAt", share.get().expiresAt().toString());
    context.response().setStatusCode(CREATED);
    context.json(answer);
  }

  private void image(RoutingContext context) {
    Optional<EncodedImage> found = shares.find(context.pathParam("token"));
    if (found.isEmpty()) {
      expired(context);
      return;
    }
    EncodedImage image = found.get();
    guarded(context, image.format().mime())
        .putHeader("Content-Disposition", "inline; filename=\"lukis." + extension(image) + "\"")
        .end(Buffer.buffer(image.bytes()));
  }

  private static String extension(EncodedImage image) {
    return image.format().mime().substring("image/".length());
  }

  private void qrCode(RoutingContext context) {
    String token = context.pathParam("token");
    if (shares.find(token).isEmpty()) {
      expired(context);
      return;
    }
    guarded(context, "image/svg+xml").end(QrCode.svg(address.of(context.request(), "/i/" + token)));
  }

  // Nobody but the one who asks is to keep it, and no browser is to take it for anything else.
  private static HttpServerResponse guarded(RoutingContext context, String mime) {
    return context
        .response()
        .putHeader("Content-Type", mime)
        .putHeader("Cache-Control", "private, no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "default-src 'none'");
  }

  private static void expired(RoutingContext context) {
    refuse(context, NOT_FOUND, "This picture is no longer here. Shared pictures expire.");
  }

  private static void refuse(RoutingContext context, int status, String message) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(message);
  }
}
