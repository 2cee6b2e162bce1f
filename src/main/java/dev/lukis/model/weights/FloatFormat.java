package dev.lukis.model.weights;

import java.nio.ByteBuffer;

/**
 * Reads and writes rows of the types that weights have: F32, F16 and BF16. Writing rounds to the
 * nearest value, and of two equally near ones to the even one. Stateless.
 */
public final class FloatFormat {
  private static final int HALF_SHIFT = 13;
  private static final int LARGEST_HALF = 0x477FF000; // what rounds to infinity from here on
  private static final int SMALLEST_NORMAL_HALF = 0x38800000;

  private FloatFormat() {}

  /** All values of F16, by their bits. */
  private static final class Halves {
    static final float[] VALUES = values();

    private static float[] values() {
      float[] values = new float[1 << Short.SIZE];
      for (int bits = 0; bits < values.length; bits++) {
        values[bits] = TensorValues.half((short) bits);
      }
      return values;
    }
  }

  /**
   * Fills an array from a place of a buffer that is in the file's byte order.
   *
   * @param at the first byte
   */
  public static void read(ElementType type, ByteBuffer bytes, int at, float[] values) {
    switch (type) {
      case F32 ->
          bytes.slice(at, 4 * values.length).order(bytes.order()).asFloatBuffer().get(values);
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Halves.VALUES[bytes.getShort(at + 2 * i) & 0xFFFF];
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.intBitsToFloat(bytes.getShort(at + 2 * i) << Short.SIZE);
        }
      }
      default -> throw unexpected(type);
    }
  }

  /** Writes an array to a place of a buffer, in the buffer's byte order. */
  public static void write(ElementType type, float[] values, ByteBuffer bytes, int at) {
    switch (type) {
      case F32 ->
          bytes.slice(at, 4 * values.length).order(bytes.order()).asFloatBuffer().put(values);
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          bytes.putShort(at + 2 * i, half(values[i]));
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          bytes.putShort(at + 2 * i, brain(values[i]));
        }
      }
      default -> throw unexpected(type);
    }
  }

  /** IEEE 754's binary16. */
  static short half(float value) {
    int bits = Float.floatToIntBits(value);
    int sign = (bits >>> Short.SIZE) & 0x8000;
    int magnitude = bits & 0x7FFFFFFF;
    if (magnitude > 0x7F800000) {
      return (short) (sign | 0x7E00);
    }
    if (magnitude >= LARGEST_HALF) {
      return (short) (sign | 0x7C00);
    }
    if (magnitude < SMALLEST_NORMAL_HALF) {
      // A multiple of 2^-24, the smallest half; Math.rint rounds as is needed.
      return (short) (sign | (int) Math.rint(Math.scalb(Math.abs((double) value), 24)));
    }
    int rounded = magnitude + 0xFFF + ((magnitude >>> HALF_SHIFT) & 1);
    return (short) (sign | ((rounded - 0x38000000) >>> HALF_SHIFT));
  }

  /** The upper half of a single. */
  static short brain(float value) {
    int bits = Float.floatToIntBits(value);
    if (Float.isNaN(value)) {
      return (short) 0x7FC0;
    }
    return (short) ((bits + 0x7FFF + ((bits >>> Short.SIZE) & 1)) >>> Short.SIZE);
  }

  private static IllegalArgumentException unexpected(ElementType type) {
    return new IllegalArgumentException(type + " (expected: F32, F16 or BF16)");
  }
}
