package dev.lukis.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who means no good, again and again, each time in another way. A thread of its own. */
final class HostileClient extends Thread {
  private static final int RUBBISH = 400;

  private final URI base;
  private final Random random;
  private final AtomicLong visits;

  // Mutable state
  private volatile boolean over;

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
        // Thrown out, or nobody is there.
      }
      pause(200);
    }
  }

  private void visit(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    int way = random.nextInt(5);
    if (way == 0) {
      out.write("GET /live HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
      pause(2_000);
      return;
    }
    String upgrade =
        "GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    out.write(upgrade.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < RUBBISH && !over; i++) {
      out.write(
          switch (way) {
            case 1 -> noise();
            case 2 ->
                text("{\"type\":\"prompt\",\"revision\":" + i + ",\"text\":\"cat " + i + "\"}");
            case 3 -> text("{\"type\":" + random.nextInt());
            default -> text("{\"type\":\"settings\",\"seed\":" + random.nextInt(1 << 20) + "}");
          });
    }
    pause(random.nextInt(3_000)); // And reads nothing.
  }

  private byte[] noise() {
    byte[] noise = new byte[64];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] text(String text) {
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    return frame;
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      over = true;
    }
  }
}
