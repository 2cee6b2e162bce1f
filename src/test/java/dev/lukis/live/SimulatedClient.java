package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.gallery.ImageShares;
import dev.lukis.gallery.InMemorySharedImages;
import dev.lukis.gallery.ShareLimits;
import dev.lukis.gallery.ShareableImages;
import dev.lukis.session.SessionClock;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection as its client sees it, without a socket. */
final class SimulatedClient {
  private final LiveConnection live;
  private final Consumer<String> tokens;

  // Mutable state
  private boolean ready;
  private boolean lost;

  /**
   * @param loop runs the connection's tasks
   * @param token of an earlier connection
   * @param tokens receives the resume token, when the client has been admitted
   */
  // No image is sent here, and so none is traced.
  @SuppressWarnings("NullAway")
  SimulatedClient(
      LiveConnections connections,
      Queue<Runnable> loop,
      @Nullable String token,
      Consumer<String> tokens) {
    this.tokens = tokens;
    ShareableImages shares = shares();
    var parts =
        new LiveConnections.Parts(
            new ConnectionOutput(connection(), shares, null),
            shares,
            new StoppedClock(),
            new ConnectionExecutor(loop::add),
            Objects.requireNonNull(connections.addresses().open("127.0.0.1", 0)));
    this.live = connections.connect(parts, token);
  }

  private static ShareableImages shares() {
    return new ImageShares(
            new ShareLimits(1, 1, Duration.ofSeconds(1), 1),
            new InMemorySharedImages(Duration.ofSeconds(1), 1, Clock.systemUTC()),
            Clock.systemUTC())
        .open("s");
  }

  /** Whether the client has been admitted and its connection is open. */
  boolean ready() {
    return ready;
  }

  void type(long revision) {
    live.message("{\"type\":\"prompt\",\"revision\":" + revision + ",\"text\":\"a cat\"}");
  }

  /** Ends the connection without a close frame. */
  void lose() {
    if (!lost) {
      lost = true;
      ready = false;
      live.closed(OptionalLong.empty());
    }
  }

  // What is sent to a lost connection is never read.
  private void received(String text) {
    JsonNode message = parsed(text);
    if (!lost && message.get("type").asText().equals("ready")) {
      ready = true;
      tokens.accept(message.get("resume").get("token").asText());
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private WebSocketConnection connection() {
    return (WebSocketConnection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {WebSocketConnection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "id" -> "id";
                  case "sendText" -> {
                    received((String) arguments[0]);
                    yield Uni.createFrom().voidItem();
                  }
                  case "close" -> {
                    assertThat(((CloseReason) arguments[0]).getCode()).isEqualTo(4409);
                    lose();
                    yield Uni.createFrom().voidItem();
                  }
                  case "userData" -> userData();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static UserData userData() {
    return (UserData)
        Proxy.newProxyInstance(
            UserData.class.getClassLoader(),
            new Class<?>[] {UserData.class},
            (proxy, method, arguments) -> null);
  }

  private static final class StoppedClock implements SessionClock {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      return () -> {};
    }
  }
}
