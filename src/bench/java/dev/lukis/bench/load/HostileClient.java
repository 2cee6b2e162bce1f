package dev.lukis.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A client that attacks the server again and again, each time in another way; reads nothing, and
 * hangs on for a while before going without a word. A thread of its own.
 */
final class HostileClient extends Thread {
  private static final int MESSAGES = 400;
  private static final int SLOW_BYTES = 20;
  private static final int TOO_BIG = 1 << 20;
  private static final int BETWEEN_MILLIS = 200;
  private static final int HANG_MILLIS = 3_000;
  private static final String UPGRADE =
      "GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

  private final URI base;
  private final Random random;
  private final AtomicLong visits;

  // Mutable state
  private volatile boolean over;

  /** Ways to mean no good. */
  private enum Way {
    SLOW_UPGRADE,
    NOISE,
    FLOOD,
    NONSENSE,
    SETTINGS,
    LETTERS,
    TOO_BIG,
    CUT_SHORT,
    SHARES
  }

  HostileClient(URI base, long seed, AtomicLong visits) {
    super("hostile-" + seed);
    this.base = base;
    this.random = new Random(seed);
    this.visits = visits;
    setDaemon(true);
  }

  void leave() {
    over = true;
    interrupt();
  }

  @Override
  public void run() {
    while (!over) {
      try (Socket socket = new Socket(base.getHost(), base.getPort())) {
        visits.incrementAndGet();
        visit(socket);
      } catch (IOException expected) {
        // Closed by the server, or there is no server.
      }
      pause(BETWEEN_MILLIS);
    }
  }

  private void visit(Socket socket) throws IOException {
    Way way = Way.values()[random.nextInt(Way.values().length)];
    OutputStream out = socket.getOutputStream();
    switch (way) {
      case SLOW_UPGRADE -> slowly(out);
      case SHARES -> many(out, way);
      default -> {
        out.write(ascii(UPGRADE));
        many(out, way);
        pause(random.nextInt(HANG_MILLIS));
      }
    }
    if (way == Way.CUT_SHORT) {
      socket.setSoLinger(true, 0);
    }
  }

  private void slowly(OutputStream out) throws IOException {
    for (int i = 0; i < SLOW_BYTES && !over; i++) {
      out.write(UPGRADE.charAt(i));
      out.flush();
      pause(HANG_MILLIS / SLOW_BYTES);
    }
  }

  private void many(OutputStream out, Way way) throws IOException {
    for (int i = 0; i < MESSAGES && !over; i++) {
      out.write(message(way, i));
    }
  }

  private byte[] message(Way way, int i) {
    return switch (way) {
      case NOISE, SLOW_UPGRADE -> noise();
      case FLOOD -> text("{\"type\":\"prompt\",\"revision\":" + i + ",\"text\":\"cat " + i + "\"}");
      case NONSENSE -> text("{\"type\":" + random.nextInt());
      case SETTINGS -> text("{\"type\":\"settings\",\"seed\":" + random.nextInt(1 << 20) + "}");
      case LETTERS -> text(letters(i));
      case TOO_BIG -> frame(new byte[TOO_BIG]);
      case CUT_SHORT -> new byte[] {(byte) 0x81, (byte) 0xFE, 0x40, 0x00, 0, 0, 0, 0, '{'};
      case SHARES ->
          ascii("POST /share HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{" + (i % 2));
    };
  }

  // Single letters, which may spell a word, are the most work for the prompt gate.
  private static String letters(int revision) {
    return "{\"type\":\"prompt\",\"revision\":"
        + (revision + 1)
        + ",\"text\":\""
        + "n u d m ".repeat(60)
        + revision
        + "\"}";
  }

  private byte[] noise() {
    byte[] noise = new byte[64];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] text(String text) {
    return frame(ascii(text));
  }

  /** A text frame under the mask of zeros. */
  private static byte[] frame(byte[] payload) {
    int extra = payload.length < 126 ? 0 : payload.length < 1 << 16 ? 2 : 8;
    byte[] frame = new byte[6 + extra + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | (extra == 0 ? payload.length : extra == 2 ? 126 : 127));
    for (int i = 0; i < extra; i++) {
      frame[2 + i] = (byte) ((long) payload.length >> 8 * (extra - 1 - i));
    }
    System.arraycopy(payload, 0, frame, 6 + extra, payload.length);
    return frame;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      over = true;
    }
  }
}
