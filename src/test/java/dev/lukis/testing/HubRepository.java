package dev.lukis.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A repository of a {@link HubServer}.
 *
 * @param name {@code org/name}
 * @param commit of its only revision, {@code main}
 * @param files by path
 * @param token that opens it; empty if it is public
 */
public record HubRepository(String name, String commit, Map<String, byte[]> files, String token) {
  /** A public repository. */
  public HubRepository(String name, Map<String, byte[]> files) {
    this(name, sha1(name.getBytes(StandardCharsets.UTF_8)), new TreeMap<>(files), "");
  }

  /** A public repository with the files of a directory. */
  public static HubRepository of(String name, Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      Map<String, byte[]> contents = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
      return new HubRepository(name, contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, with another file. */
  public HubRepository and(String path, byte[] content) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put(path, content);
    return new HubRepository(name, commit, more, token);
  }

  public HubRepository and(String path, String content) {
    return and(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, opened by a token only. */
  public HubRepository gatedBy(String key) {
    return new HubRepository(name, commit, files, key);
  }

  /** The same at another commit. */
  public HubRepository at(String another) {
    return new HubRepository(name, another, files, token);
  }

  /** The bytes of a file that it has. */
  public byte[] content(String path) {
    return Objects.requireNonNull(files.get(path), path);
  }

  /** Bytes that no file format knows, of one length. */
  public static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  boolean has(String revision) {
    return revision.equals("main") || revision.equals("v1/beta") || revision.equals(commit);
  }

  boolean gated() {
    return !token.isEmpty();
  }

  boolean opens(HttpExchange exchange) {
    return ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  /** Whether the Hub keeps a file outside git. */
  static boolean isLarge(String path) {
    return Stream.of(".safetensors", ".onnx", ".onnx_data", ".bin", ".ckpt")
        .anyMatch(path::endsWith);
  }

  public static String sha256(byte[] content) {
    return hash("SHA-256", content);
  }

  /** The hash of git for a file. */
  public static String gitHash(byte[] content) {
    byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return sha1(all);
  }

  private static String sha1(byte[] content) {
    return hash("SHA-1", content);
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
