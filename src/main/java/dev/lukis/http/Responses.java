package dev.lukis.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Ends responses of routes for GET and HEAD. Stateless. */
final class Responses {
  private Responses() {}

  /** Sends a body, or for HEAD only its length. */
  static void end(RoutingContext context, Buffer body) {
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
    if (context.request().method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
