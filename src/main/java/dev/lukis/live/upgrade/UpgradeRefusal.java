package dev.lukis.live.upgrade;

import java.util.Locale;

/**
 * Every reason for which {@code /live} or {@code /share} refuses a client, in the order in which
 * they are checked. The reason is sent in the header {@code Lukis-Refused}, counted in metrics and
 * logged with what an operator can do. docs/protocol.md lists them.
 */
enum UpgradeRefusal {
  OPENING(
      503,
      Retry.SOON,
      "The model is being loaded.",
      "Nothing to do: clients try again by themselves. If it lasts, look for an error above."),
  DRAINING(
      503,
      Retry.CONFIGURED,
      "The server is shutting down.",
      "Nothing to do: clients try again, at another instance if there is one."),
  PROTOCOL(
      400,
      Retry.NEVER,
      "Sec-WebSocket-Protocol: lukis.v1 is missing.",
      "Use a client that offers the subprotocol lukis.v1."),
  ORIGIN(
      403,
      Retry.NEVER,
      "Origin: not allowed (see lukis.allowed-origins).",
      "Let the reverse proxy pass the Host header unchanged, or add the origin to"
          + " lukis.allowed-origins."),
  IDENTITY(
      401,
      Retry.NEVER,
      "X-API-Key or Authorization: missing or unknown (expected: a key or a bearer token).",
      "Give the client a key of lukis.identity.api-keys, or a token of the OpenID Connect"
          + " provider."),
  FULL(
      503,
      Retry.CONFIGURED,
      "The server is full.",
      "Add instances, or raise lukis.admission.sessions or lukis.admission.waiting."),
  ADDRESS(
      429,
      Retry.CONFIGURED,
      "Too many connections from your address.",
      "Behind a reverse proxy, set quarkus.http.proxy.*; else raise"
          + " lukis.admission.connections-per-address."),
  UPGRADE(
      426,
      Retry.NEVER,
      "Upgrade: missing (expected: websocket).",
      "If the page cannot connect, let the reverse proxy pass the headers Upgrade and Connection.");

  /** When a refused client may try again. */
  enum Retry {
    NEVER,
    SOON,
    CONFIGURED
  }

  private final int status;
  private final Retry retry;
  private final String message;
  private final String action;

  UpgradeRefusal(int status, Retry retry, String message, String action) {
    this.status = status;
    this.retry = retry;
    this.message = message;
    this.action = action;
  }

  /** Word for the header and the metrics. */
  String reason() {
    return name().toLowerCase(Locale.ROOT);
  }

  int status() {
    return status;
  }

  /** Body of the response. */
  String message() {
    return message;
  }

  /** What an operator can do. */
  String action() {
    return action;
  }

  /** Value of {@code Retry-After} in seconds, 0 for none. */
  long retryAfter(long configured) {
    return switch (retry) {
      case NEVER -> 0;
      case SOON -> 1;
      case CONFIGURED -> configured;
    };
  }
}
