package dev.lukis.live;

import dev.lukis.testing.FrameClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Malformed messages; the same for the same seed. */
final class Malformed {
  private static final String[] VALID = {
    "{\"type\":\"prompt\",\"revision\":%d,\"text\":\"a cat\",\"composing\":false}",
    "{\"type\":\"commit\",\"revision\":%d}",
    "{\"type\":\"settings\",\"seed\":%d,\"format\":\"png\",\"acks\":true}",
    "{\"type\":\"ack\",\"image\":%d}",
    "{\"type\":\"stop\"}",
  };
  private static final String[] VALUES = {
    "null",
    "[]",
    "{}",
    "true",
    "-1",
    "1e999",
    "0.5",
    "99999999999999999999",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[[[[[[[[[[[[]]]]]]]]]]]]",
    "\"" + "x".repeat(600) + "\"",
    "NaN",
    "'a'",
    "01"
  };

  private final Random random;

  Malformed(long seed) {
    this.random = new Random(seed);
  }

  /** So many text and binary frames, one after the other. */
  byte[] messages(int count) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      int opcode = random.nextInt(40) == 0 ? FrameClient.BINARY : FrameClient.TEXT;
      frames.writeBytes(FrameClient.frame(FrameClient.FIN | opcode, true, message()));
    }
    return frames.toByteArray();
  }

  private byte[] message() {
    String valid =
        VALID[random.nextInt(VALID.length)].formatted(random.nextLong() >> random.nextInt(64));
    String mangled =
        switch (random.nextInt(6)) {
          case 0 -> valid.substring(0, random.nextInt(valid.length()));
          case 1 -> flipped(valid);
          case 2 -> valid.replaceAll(":[^,}]+", ":" + quoted(value()));
          case 3 -> valid + value();
          case 4 -> valid.replaceFirst(":\"[a-z]+\"", ":" + quoted(value()));
          default -> value().repeat(1 + random.nextInt(3));
        };
    return mangled.getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("$", "\\$");
  }

  private String value() {
    return VALUES[random.nextInt(VALUES.length)];
  }

  private String flipped(String valid) {
    StringBuilder flipped = new StringBuilder(valid);
    for (int i = random.nextInt(4); i >= 0; i--) {
      flipped.setCharAt(random.nextInt(valid.length()), (char) (1 + random.nextInt(0x7E)));
    }
    return flipped.toString();
  }

  /** Whether the connection ends without a word. */
  boolean breaksOff() {
    return random.nextInt(4) == 0;
  }

  /** Bytes that are no frame, or one that the RFC forbids. */
  byte[] brokenFrame() {
    byte[] noise = new byte[1 + random.nextInt(60)];
    random.nextBytes(noise);
    return switch (random.nextInt(4)) {
      case 0 -> FrameClient.frame(0xF0 | random.nextInt(16), true, noise);
      case 1 -> FrameClient.frame(FrameClient.FIN | FrameClient.TEXT, false, noise);
      case 2 ->
          FrameClient.frame(FrameClient.FIN | FrameClient.TEXT, true, (byte) 0xFF, (byte) 0xFE);
      default -> FrameClient.frame(FrameClient.FIN | FrameClient.CONTINUATION, true, noise);
    };
  }
}
