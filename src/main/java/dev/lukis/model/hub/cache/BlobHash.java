package dev.lukis.model.hub.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Computes the hash that the Hub knows a file by: SHA-256 for a large file, and the SHA-1 of git,
 * which begins with the length, for a small one. Not thread-safe.
 */
public final class BlobHash {
  private static final Pattern KNOWN = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final int SHA256_LENGTH = 64;

  private final String expected;
  private final long size;
  private final MessageDigest digest;

  /**
   * @param expected as lower-case hexadecimal digits
   * @param size of the whole file
   */
  public BlobHash(String expected, long size) {
    this.expected = expected;
    this.size = size;
    this.digest = digest(expected.length() == SHA256_LENGTH ? "SHA-256" : "SHA-1");
    reset();
  }

  /** Whether an entity tag is such a hash. */
  public static boolean isHash(String tag) {
    return KNOWN.matcher(tag).matches();
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** Begins anew. */
  public void reset() {
    digest.reset();
    if (expected.length() != SHA256_LENGTH) {
      digest.update(("blob " + size + "\0").getBytes(StandardCharsets.UTF_8));
    }
  }

  public void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** Whether all bytes together have the expected hash. Ends the computation. */
  public boolean matches() {
    return HexFormat.of().formatHex(digest.digest()).equals(expected);
  }
}
