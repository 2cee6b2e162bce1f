package dev.lukis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.quarkus.websockets.next.BasicWebSocketConnector.ExecutionModel;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketClientConnection;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client of {@code lukis.v1} that keeps what it receives. */
public final class LiveClient implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 20;

  public final List<Image> images = new CopyOnWriteArrayList<>();
  public final CompletableFuture<CloseReason> closed = new CompletableFuture<>();

  private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Image> arriving = new LinkedBlockingQueue<>();
  private final WebSocketClientConnection connection;

  /** A received image: its header and the encoded bytes. */
  public record Image(JsonNode header, byte[] encoded) {
    public long revision() {
      return header.get("revision").asLong();
    }

    public boolean last() {
      return header.get("final").asBoolean();
    }
  }

  public LiveClient(URI base) {
    this(base, "", Map.of());
  }

  /**
   * @param query such as {@code resume=...}, or empty
   * @param headers of the upgrade
   */
  public LiveClient(URI base, String query, Map<String, String> headers) {
    Ready.await(base);
    BasicWebSocketConnector connector =
        BasicWebSocketConnector.create()
            .baseUri(base)
            .path(query.isEmpty() ? "/live" : "/live?" + query)
            .addSubprotocol("lukis.v1")
            .executionModel(ExecutionModel.NON_BLOCKING)
            .onTextMessage(
                (ignored, text) -> texts.add(parse(text.getBytes(StandardCharsets.UTF_8))))
            .onBinaryMessage((ignored, buffer) -> receive(buffer))
            .onClose((ignored, reason) -> closed.complete(reason));
    headers.forEach(connector::addHeader);
    connection = connector.connectAndAwait();
  }

  private void receive(Buffer buffer) {
    int length = buffer.getInt(0);
    Image image =
        new Image(
            parse(buffer.getBytes(4, 4 + length)), buffer.getBytes(4 + length, buffer.length()));
    images.add(image);
    arriving.add(image);
  }

  private static JsonNode parse(byte[] json) {
    try {
      return MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError("the server sent no JSON", e);
    }
  }

  public void send(String json) {
    connection.sendTextAndAwait(json);
  }

  public void sendBinary(byte... bytes) {
    connection.sendBinaryAndAwait(Buffer.buffer(bytes));
  }

  public void type(long revision, String text) {
    send("{\"type\":\"prompt\",\"revision\":%d,\"text\":\"%s\"}".formatted(revision, text));
  }

  public void commit(long revision) {
    send("{\"type\":\"commit\",\"revision\":%d}".formatted(revision));
  }

  /** The next text message. */
  public JsonNode text() {
    return next(texts);
  }

  /** The next text message of a type, others being passed over. */
  public JsonNode text(String type) {
    JsonNode text = text();
    while (!text.get("type").asText().equals(type)) {
      text = text();
    }
    return text;
  }

  /** How the server closes the connection. */
  public int closeCode() {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS).getCode();
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("not closed", e);
    }
  }

  /** Ends the connection as if it were lost. */
  public void lose() {
    connection.close(new CloseReason(1001)).await().indefinitely();
  }

  /** The next image. */
  public Image image() {
    return next(arriving);
  }

  /** The next image of this revision that is final, others being passed over. */
  public Image finalImage(long revision) {
    Image image = image();
    while (image.revision() != revision || !image.last()) {
      image = image();
    }
    return image;
  }

  private static <T> T next(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (connection.isOpen()) {
      connection.closeAndAwait();
    }
  }
}
