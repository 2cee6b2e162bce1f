package dev.lukis.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server with the Hub's interface, as far as downloads use it, and beside it a second one that
 * large files are redirected to. The real client of the Hub downloads from it in tests, which keeps
 * it honest.
 */
public final class HubServer implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Something that goes wrong at the server of the bytes. Returns whether it has answered. */
  public interface Fault {
    boolean answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  /** One request as the server saw it. */
  public record Seen(String server, String method, String path, String range, String token) {}

  private final HttpServer hub;
  private final HttpServer storage;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HubRepository> repositories = new ConcurrentHashMap<>();
  private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  // Mutable state
  private volatile Optional<Fault> storageFault = Optional.empty();
  private volatile Optional<Fault> hubFault = Optional.empty();

  private HubServer(HttpServer hub, HttpServer storage) {
    this.hub = hub;
    this.storage = storage;
  }

  /** Starts both servers on free ports of this machine. */
  public static HubServer start() {
    try {
      HubServer server = new HubServer(listen(), listen());
      server.begin(server.hub, "hub", server::answerHub);
      server.begin(server.storage, "storage", server::answerStorage);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer listen() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** Answers one request. */
  private interface Handler {
    void answer(HttpExchange exchange) throws IOException;
  }

  private void begin(HttpServer server, String name, Handler handler) {
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var headers = exchange.getRequestHeaders();
            seen.add(
                new Seen(
                    name,
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    String.valueOf(headers.getFirst("Range")),
                    String.valueOf(headers.getFirst("Authorization"))));
            handler.answer(exchange);
          } catch (RuntimeException e) {
            throw new IOException(e);
          }
        });
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
  }

  public URI storage() {
    return URI.create("http://127.0.0.1:" + storage.getAddress().getPort());
  }

  public HubServer with(HubRepository repository) {
    repositories.put(repository.name(), repository);
    repository
        .files()
        .values()
        .forEach(content -> stored.put(HubRepository.sha256(content), content));
    return this;
  }

  public void storageFault(Fault fault) {
    storageFault = Optional.of(fault);
  }

  public void hubFault(Fault fault) {
    hubFault = Optional.of(fault);
  }

  public void mend() {
    storageFault = Optional.empty();
    hubFault = Optional.empty();
  }

  /** Every request since the start, or since the last call of {@link #forget()}. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  public void forget() {
    seen.clear();
  }

  private void answerHub(HttpExchange exchange) throws IOException {
    if (hubFault.isPresent() && hubFault.get().answer(exchange, new byte[0])) {
      return;
    }
    String path = exchange.getRequestURI().getRawPath();
    if (path.startsWith("/api/models/")) {
      answerApi(exchange, path.substring("/api/models/".length()).split("/", 5));
    } else {
      answerFile(exchange, path.substring(1).split("/", 5));
    }
  }

  // org / name [/ revision|tree / revision]
  private void answerApi(HttpExchange exchange, String[] parts) throws IOException {
    HubRepository repository = repository(exchange, parts);
    if (repository == null) {
      return;
    }
    String revision = parts.length > 3 ? decoded(parts[3]) : "main";
    if (!repository.has(revision)) {
      refuse(exchange, 404, "RevisionNotFound", "Invalid rev id: " + revision);
      return;
    }
    boolean tree = parts.length > 2 && parts[2].equals("tree");
    boolean sizes =
        String.valueOf(exchange.getRequestURI().getQuery()).matches("(?i).*blobs=(true|1).*");
    Object answer = tree ? tree(repository) : info(repository, sizes);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    send(exchange, 200, MAPPER.writeValueAsBytes(answer));
  }

  private static Map<String, Object> info(HubRepository repository, boolean sizes) {
    List<Object> siblings = new ArrayList<>();
    repository
        .files()
        .forEach(
            (path, content) -> {
              Map<String, Object> sibling = new LinkedHashMap<>();
              sibling.put("rfilename", path);
              if (sizes) {
                sibling.put("size", content.length);
                sibling.put("blobId", HubRepository.gitHash(content));
                if (HubRepository.isLarge(path)) {
                  sibling.put("lfs", large(content));
                }
              }
              siblings.add(sibling);
            });
    return Map.of(
        "_id",
        "1",
        "id",
        repository.name(),
        "modelId",
        repository.name(),
        "sha",
        repository.commit(),
        "private",
        false,
        "gated",
        repository.gated() ? "manual" : false,
        "tags",
        List.of(),
        "downloads",
        1,
        "siblings",
        siblings);
  }

  private static Map<String, Object> large(byte[] content) {
    return Map.of(
        "sha256",
        HubRepository.sha256(content),
        "oid",
        HubRepository.sha256(content),
        "size",
        content.length,
        "pointerSize",
        130);
  }

  private static List<Object> tree(HubRepository repository) {
    List<Object> entries = new ArrayList<>();
    repository
        .files()
        .forEach(
            (path, content) -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("type", "file");
              entry.put("path", path);
              entry.put("size", content.length);
              entry.put("oid", HubRepository.gitHash(content));
              if (HubRepository.isLarge(path)) {
                entry.put("lfs", large(content));
              }
              entries.add(entry);
            });
    return entries;
  }

  // org / name / resolve / revision / path
  private void answerFile(HttpExchange exchange, String[] parts) throws IOException {
    HubRepository repository = repository(exchange, parts);
    if (repository == null) {
      return;
    }
    boolean resolve = parts.length == 5 && parts[2].equals("resolve");
    if (!resolve || !repository.has(decoded(parts[3]))) {
      refuse(exchange, 404, "RevisionNotFound", "Invalid rev id");
      return;
    }
    exchange.getResponseHeaders().set("X-Repo-Commit", repository.commit());
    String path = decoded(parts[4]);
    byte[] content = repository.files().get(path);
    if (content == null) {
      refuse(exchange, 404, "EntryNotFound", "Entry not found");
    } else if (repository.gated() && !repository.opens(exchange)) {
      refuse(exchange, 403, "GatedRepo", "Access to model is restricted.");
    } else if (HubRepository.isLarge(path)) {
      redirect(exchange, content);
    } else {
      exchange.getResponseHeaders().set("ETag", '"' + HubRepository.gitHash(content) + '"');
      sendRange(exchange, content);
    }
  }

  private void redirect(HttpExchange exchange, byte[] content) throws IOException {
    String hash = HubRepository.sha256(content);
    exchange.getResponseHeaders().set("X-Linked-Etag", '"' + hash + '"');
    exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(content.length));
    exchange.getResponseHeaders().set("Location", storage() + "/" + hash + "?signature=secret");
    send(exchange, 302, "Found. Redirecting".getBytes(StandardCharsets.UTF_8));
  }

  private HubRepository repository(HttpExchange exchange, String[] parts) throws IOException {
    HubRepository repository =
        parts.length < 2 ? null : repositories.get(decoded(parts[0]) + "/" + decoded(parts[1]));
    if (repository == null) {
      refuse(exchange, 401, "RepoNotFound", "Repository not found");
    }
    return repository;
  }

  private void answerStorage(HttpExchange exchange) throws IOException {
    byte[] content = stored.get(exchange.getRequestURI().getPath().substring(1));
    if (content == null || exchange.getRequestHeaders().containsKey("Authorization")) {
      send(exchange, 400, new byte[0]);
    } else if (storageFault.isEmpty() || !storageFault.get().answer(exchange, content)) {
      sendRange(exchange, content);
    }
  }

  /** Sends what the request asks for, or 416. */
  public static void sendRange(HttpExchange exchange, byte[] content) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      send(exchange, 200, content);
      return;
    }
    int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
    if (from >= content.length) {
      send(exchange, 416, new byte[0]);
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    send(exchange, 206, java.util.Arrays.copyOfRange(content, from, content.length));
  }

  /** Announces the rest of the content and cuts the connection after some bytes of it. */
  public static void sendCut(HttpExchange exchange, byte[] content, int count) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
    if (range != null) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
    OutputStream out = exchange.getResponseBody();
    out.write(content, from, Math.min(count, content.length - from));
    out.flush();
    exchange.close();
  }

  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** Refuses as the Hub does. */
  public static void refuse(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    exchange.getResponseHeaders().set("X-Error-Code", code);
    exchange.getResponseHeaders().set("X-Error-Message", message);
    send(exchange, status, MAPPER.writeValueAsBytes(Map.of("error", message)));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    hub.stop(0);
    storage.stop(0);
    threads.shutdownNow();
  }
}
