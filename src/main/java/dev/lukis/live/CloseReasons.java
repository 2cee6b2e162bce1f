package dev.lukis.live;

import io.quarkus.websockets.next.CloseReason;

/** Close codes with their reasons. docs/protocol.md says how a client should react. */
final class CloseReasons {
  static final CloseReason GOING_AWAY = new CloseReason(1001, "the server is shutting down");
  static final CloseReason STALLED =
      new CloseReason(1013, "the client reads too slowly; connect again");
  static final CloseReason FLOOD = new CloseReason(1008, "messages came far too fast");
  static final CloseReason TOO_BIG =
      new CloseReason(1009, "message: too big (expected: at most 65536 bytes)");
  static final CloseReason FAILED = new CloseReason(1011, "the connection failed");
  static final CloseReason IDLE = new CloseReason(4408, "nothing was typed for a long time");
  static final CloseReason TAKEN_OVER =
      new CloseReason(4409, "the session was taken up by another connection");

  /** Sent by a client that does not need its session any more. */
  static final int NORMAL = 1000;

  private CloseReasons() {}

  static CloseReason full(long seconds) {
    return new CloseReason(4429, "the server is full; try again in " + seconds + " s");
  }
}
