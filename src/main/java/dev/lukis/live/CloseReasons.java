package dev.lukis.live;

import io.quarkus.websockets.next.CloseReason;

/** Why connections are closed; docs/protocol.md says what a client makes of it. */
final class CloseReasons {
  static final CloseReason GOING = new CloseReason(1001, "the server is shutting down");
  static final CloseReason STALLED = new CloseReason(1008, "the client has stopped reading");
  static final CloseReason FLOOD = new CloseReason(1008, "messages came far too fast");
  static final CloseReason TOO_BIG =
      new CloseReason(1009, "message: too big (expected: at most 65536 bytes)");
  static final CloseReason FAILED = new CloseReason(1011, "the connection failed");
  static final CloseReason IDLE = new CloseReason(4408, "nothing was typed for a long time");
  static final CloseReason TAKEN_UP =
      new CloseReason(4409, "the session was taken up by another connection");

  /** What a client says that has no further use for its session. */
  static final int NORMAL = 1000;

  private CloseReasons() {}

  static CloseReason full(long seconds) {
    return new CloseReason(4429, "the server is full; try again in " + seconds + " s");
  }
}
