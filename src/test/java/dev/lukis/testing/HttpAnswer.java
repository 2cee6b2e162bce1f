package dev.lukis.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The answer to an upgrade that is asked for over a raw socket. */
public record HttpAnswer(int status, String head, String body) {

  public static HttpAnswer toUpgrade(URI base, String... headers) throws IOException {
    Ready.await(base);
    return ask(base, headers);
  }

  /** The same of a server that is not ready, and so is sure to refuse. */
  public static HttpAnswer refused(URI base, String... headers) throws IOException {
    return ask(base, headers);
  }

  private static HttpAnswer ask(URI base, String... headers) throws IOException {
    String request =
        "GET /live HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
            + "\r\n";
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String head = head(socket);
      int status = Integer.parseInt(head.split(" ", -1)[1]);
      return new HttpAnswer(status, head, status == 101 ? "" : body(socket, head));
    }
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String body(Socket socket, String head) throws IOException {
    for (String line : head.split("\r\n", -1)) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        int length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
