package dev.lukis.http;

import dev.lukis.gallery.ImageShares;
import dev.lukis.gallery.QrCode;
import dev.lukis.gallery.Share;
import dev.lukis.gallery.TooManySharesException;
import dev.lukis.painting.PaintedImage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
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
import java.util.function.Consumer;

/**
 * {@code POST /share} shares an image of a session, {@code GET /i/<token>} returns it, and {@code
 * GET /i/<token>/qr.svg} returns the QR code of its URL.
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
    router.route("/i/:token").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::image);
    router
        .route("/i/:token/qr.svg")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::qrCode);
  }

  private void share(RoutingContext context) {
    try {
      JsonObject asked = context.body().asJsonObject();
      String session = asked == null ? null : asked.getString("session");
      Long image = asked == null ? null : asked.getLong("image");
      if (session == null || image == null) {
        throw new DecodeException("session and image are missing");
      }
      shares
          .share(session, image)
          .subscribe()
          .with(share -> answer(context, share), failure -> failed(context, failure));
    } catch (DecodeException | ClassCastException e) {
      refuse(context, BAD_REQUEST, "body: not understood (expected: {\"session\", \"image\"})");
    }
  }

  private static void failed(RoutingContext context, Throwable failure) {
    if (failure instanceof TooManySharesException) {
      refuse(context, TOO_MANY, String.valueOf(failure.getMessage()));
    } else {
      context.fail(failure);
    }
  }

  private void answer(RoutingContext context, Optional<Share> share) {
    if (share.isEmpty()) {
      refuse(context, NOT_FOUND, "image: not kept (expected: a final image of an open session)");
      return;
    }
    String path = "/i/" + share.get().token();
    PublicAddress.Link link = address.of(context.request(), "/share", path);
    JsonObject answer =
        new JsonObject()
            .put("url", link.url())
            .put("reachable", link.reachable())
            // Relative to this request's URL, below whatever path a proxy serves it.
            .put("qr", path.substring(1) + "/qr.svg")
            .put("expiresAt", share.get().expiresAt().toString());
    context.response().setStatusCode(CREATED);
    context.json(answer);
  }

  private void image(RoutingContext context) {
    found(
        context,
        image -> {
          guarded(context, image.format().mime())
              .putHeader("Content-Disposition", FileName.contentDisposition(image));
          Responses.end(context, Buffer.buffer(image.bytes()));
        });
  }

  private void qrCode(RoutingContext context) {
    found(
        context,
        image -> {
          String path = "/i/" + context.pathParam("token");
          String url = address.of(context.request(), path + "/qr.svg", path).url();
          guarded(context, "image/svg+xml");
          Responses.end(context, Buffer.buffer(QrCode.svg(url)));
        });
  }

  private void found(RoutingContext context, Consumer<PaintedImage> then) {
    shares
        .find(context.pathParam("token"))
        .subscribe()
        .with(image -> image.ifPresentOrElse(then, () -> expired(context)), context::fail);
  }

  // No cache may keep it, and no browser may take it for another type.
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
