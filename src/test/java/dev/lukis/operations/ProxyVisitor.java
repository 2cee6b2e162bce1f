package dev.lukis.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.testing.FrameClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/** A visitor of a page that a proxy on this machine serves under another host's name. */
final class ProxyVisitor {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An answer over HTTP; the body as ISO-8859-1, one character a byte. */
  record Answer(int status, String head, String body) {
    JsonNode json() throws IOException {
      return MAPPER.readTree(body);
    }
  }

  /** A finished image: its number, and the session that it is shared with. */
  record Painted(String session, long image) {}

  private final URI page;
  private final SocketFactory sockets;

  /**
   * @param page its address, which ends with a slash
   */
  ProxyVisitor(URI page, SocketFactory sockets) {
    this.page = page;
    this.sockets = sockets;
  }

  /** An address that the page gives, relative to it or not. */
  URI resolve(String address) {
    return page.resolve(address);
  }

  Answer get(String address) throws IOException {
    return ask("GET", resolve(address), "");
  }

  Answer post(String address, Object body) throws IOException {
    return ask("POST", resolve(address), MAPPER.writeValueAsString(body));
  }

  // HTTP/1.0: no part lengths, and the connection ends with the answer.
  private Answer ask(String method, URI address, String body) throws IOException {
    try (Socket socket = connected(address)) {
      String request =
          "%s %s HTTP/1.0\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(
                  method, address.getRawPath(), address.getRawAuthority(), body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = answer.indexOf("\r\n\r\n");
      int status = Integer.parseInt(answer.split(" ", 3)[1]);
      return new Answer(status, answer.substring(0, end), answer.substring(end + 4));
    }
  }

  private Socket connected(URI address) throws IOException {
    Socket socket = sockets.createSocket("127.0.0.1", address.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** Connects as the page does, and keeps the connection open while the image is used. */
  FrameClient connect() throws IOException {
    URI live = resolve("live");
    String origin = "Origin: %s://%s".formatted(page.getScheme(), page.getRawAuthority());
    return new FrameClient(connected(live), live.getRawPath(), live.getRawAuthority(), origin);
  }

  /** Types these words, presses Enter, and waits for the finished image. */
  static Painted paint(FrameClient client, String words) throws IOException {
    String session = MAPPER.readTree(client.read(FrameClient.TEXT).text()).get("session").asText();
    client.text("{\"type\":\"prompt\",\"revision\":1,\"text\":\"%s\"}".formatted(words));
    client.text("{\"type\":\"commit\",\"revision\":1}");
    JsonNode header = header(client);
    while (!header.get("final").asBoolean()) {
      header = header(client);
    }
    return new Painted(session, header.get("image").asLong());
  }

  private static JsonNode header(FrameClient client) throws IOException {
    ByteBuffer message = ByteBuffer.wrap(client.read(FrameClient.BINARY).payload());
    byte[] header = new byte[message.getInt()];
    message.get(header);
    return MAPPER.readTree(header);
  }
}
