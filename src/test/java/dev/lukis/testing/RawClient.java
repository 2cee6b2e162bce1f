package dev.lukis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client down to its bytes, which reads only when it is told to. */
public final class RawClient implements AutoCloseable {
  private static final int SMALLEST_BUFFER = 2_048;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int LENGTH_16 = 126;

  private final Socket socket = new Socket();

  public RawClient(URI base) throws IOException {
    Ready.await(base);
    socket.setReceiveBufferSize(SMALLEST_BUFFER);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    String upgrade =
        String.join(
            "\r\n",
            "GET /live HTTP/1.1",
            "Host: " + base.getAuthority(),
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Protocol: lukis.v1",
            "",
            "");
    socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
    if (!head().startsWith("HTTP/1.1 101")) {
      throw new IOException("the server refused the upgrade");
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    return head.toString();
  }

  /** Sends a text message under the mask of zeros. */
  public void send(String json) throws IOException {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(FINAL_TEXT);
    if (payload.length < LENGTH_16) {
      frame.write(MASKED | payload.length);
    } else {
      frame.write(MASKED | LENGTH_16);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.write(new byte[4], 0, 4);
    frame.write(payload, 0, payload.length);
    socket.getOutputStream().write(frame.toByteArray());
  }

  /** How many bytes there are to read until the server has ended the connection in any way. */
  public long drain() throws IOException {
    InputStream in = socket.getInputStream();
    long count = 0;
    try {
      while (in.read() >= 0) {
        count++;
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (SocketException reset) {
      return count;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
