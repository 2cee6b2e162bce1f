package dev.lukis.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends whatever bytes it is told to, and reads frames. */
public final class FrameClient implements AutoCloseable {
  public static final int FIN = 0x80;
  public static final int CONTINUATION = 0x0;
  public static final int TEXT = 0x1;
  public static final int BINARY = 0x2;
  public static final int CLOSE = 0x8;
  public static final int PING = 0x9;
  public static final int PONG = 0xA;

  /** The server ended the connection without a close frame. */
  public static final int CUT = -1;

  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  /** What the server answered to the upgrade. */
  public final String head;

  private final Socket socket;
  private final DataInputStream in;

  /** A frame of the server. */
  public record Frame(int opcode, byte[] payload) {
    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    public int closeCode() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }
  }

  public FrameClient(URI base, String... headers) throws IOException {
    this(connected(base), "/live", base.getAuthority(), headers);
  }

  /**
   * @param socket connected, to the server or to a proxy before it
   * @param path of the WebSocket there
   * @param host the header {@code Host}
   */
  public FrameClient(Socket socket, String path, String host, String... headers)
      throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    String upgrade =
        "GET %s HTTP/1.1\r\nHost: %s\r\n".formatted(path, host)
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: lukis.v1\r\n"
            + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
            + "\r\n";
    raw(upgrade.getBytes(StandardCharsets.US_ASCII));
    head = head();
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException(head);
    }
  }

  private static Socket connected(URI base) throws IOException {
    Ready.await(base);
    return new Socket(base.getHost(), base.getPort());
  }

  private String head() throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf("\r\n\r\n") < 0) {
      read.append((char) in.readUnsignedByte());
    }
    return read.toString();
  }

  public void raw(byte... bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  public void text(String text) throws IOException {
    send(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param first the first byte of the frame
   */
  public void send(int first, byte... payload) throws IOException {
    raw(frame(first, true, payload));
  }

  public static byte[] frame(int first, boolean masked, byte... payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    int mask = masked ? 0x80 : 0;
    if (payload.length < 126) {
      frame.write(mask | payload.length);
    } else if (payload.length < 1 << 16) {
      frame.write(mask | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    if (masked) {
      frame.writeBytes(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      frame.write(masked ? payload[i] ^ MASK[i % 4] : payload[i]);
    }
    return frame.toByteArray();
  }

  /** The next frame of the server. */
  public Frame read() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0F;
    long length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Frame(opcode, payload);
  }

  /** The next frame of this kind, others being passed over. */
  public Frame read(int opcode) throws IOException {
    Frame frame = read();
    while (frame.opcode() != opcode) {
      frame = read();
    }
    return frame;
  }

  /** With which code the server closes, or {@link #CUT}. */
  public int closeCode() throws IOException {
    try {
      return read(CLOSE).closeCode();
    } catch (EOFException | SocketException e) {
      return CUT;
    }
  }

  /**
   * Ends the connection without a close frame.
   *
   * @param reset with a TCP reset, as when a process is killed with bytes unread
   */
  public void cut(boolean reset) throws IOException {
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
