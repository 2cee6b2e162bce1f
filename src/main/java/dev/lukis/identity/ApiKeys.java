package dev.lukis.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configured API keys; only their hashes are kept. Immutable. */
final class ApiKeys {
  private static final String HASHED = "sha256:";
  private static final int HASH_BYTES = 32;
  private static final int SHORTEST = 16;

  private final List<byte[]> hashes;

  /**
   * @param keys each in plain, or {@code sha256:} and its hash in hexadecimal digits
   * @throws IllegalArgumentException when one is too short to be a secret, or no hash
   */
  ApiKeys(List<String> keys) {
    this.hashes = keys.stream().map(ApiKeys::hashOf).toList();
  }

  private static byte[] hashOf(String key) {
    if (!key.startsWith(HASHED)) {
      if (key.length() < SHORTEST) {
        throw new IllegalArgumentException(
            key.length() + " characters (expected: at least " + SHORTEST + ")");
      }
      return hash(key);
    }
    String digits = key.substring(HASHED.length());
    if (!digits.matches("[0-9a-fA-F]{" + 2 * HASH_BYTES + "}")) {
      throw new IllegalArgumentException(
          "sha256: and " + digits.length() + " characters (expected: 64 hexadecimal digits)");
    }
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether there are none. */
  boolean none() {
    return hashes.isEmpty();
  }

  /** Whether a key is one of them, compared in constant time. */
  boolean has(@Nullable String key) {
    byte[] shown = hash(key == null ? "" : key);
    boolean found = false;
    for (byte[] hash : hashes) {
      found |= MessageDigest.isEqual(hash, shown);
    }
    return found && key != null;
  }
}
