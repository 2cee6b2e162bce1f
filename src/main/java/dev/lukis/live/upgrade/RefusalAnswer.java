package dev.lukis.live.upgrade;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes the response to a refused client.
 *
 * @param keys whether API keys are accepted
 * @param oidc whether bearer tokens are accepted
 * @param retryAfterSeconds after which a client may ask a full server again
 */
record RefusalAnswer(boolean keys, boolean oidc, long retryAfterSeconds) {
  private static final String REASON_HEADER = "Lukis-Refused";

  void send(HttpServerResponse response, UpgradeRefusal refusal) {
    response.setStatusCode(refusal.status());
    response.putHeader(REASON_HEADER, refusal.reason());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    long seconds = refusal.retryAfter(retryAfterSeconds);
    if (seconds > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
    if (refusal == UpgradeRefusal.IDENTITY) {
      response.putHeader("WWW-Authenticate", challenges());
    }
    if (refusal == UpgradeRefusal.UPGRADE) {
      response.putHeader(HttpHeaders.UPGRADE, "websocket");
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(refusal == UpgradeRefusal.IDENTITY ? expectedIdentity() : refusal.message());
  }

  private String challenges() {
    if (!oidc) {
      return "ApiKey";
    }
    return keys ? "Bearer, ApiKey" : "Bearer";
  }

  private String expectedIdentity() {
    if (!oidc) {
      return "X-API-Key: missing or unknown (expected: a key of this server).";
    }
    return keys
        ? UpgradeRefusal.IDENTITY.message()
        : "Authorization: missing (expected: a bearer token).";
  }
}
