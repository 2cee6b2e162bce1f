package dev.lukis.model.weights;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** Reads the values of single tensors. Stateless. */
public final class TensorValues {
  private static final int HALF_BITS = 10;
  private static final int HALF_BIAS = 15;

  private TensorValues() {}

  /**
   * @param tensor of type F32, F16, BF16, F64, I32 or I64, of less than 2 GiB
   * @return its elements in the file's order
   * @throws ModelException when it cannot be read, or has another type
   */
  public static float[] floats(StoredTensor tensor) {
    try (FileChannel channel = FileChannel.open(tensor.file())) {
      ByteBuffer bytes = channel.map(MapMode.READ_ONLY, tensor.offset(), tensor.length());
      return floats(tensor, bytes.order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new ModelException(
          tensor.file() + ": " + tensor.name() + ": cannot be read (expected: its bytes)", e);
    }
  }

  private static float[] floats(StoredTensor tensor, ByteBuffer bytes) {
    float[] values = new float[Math.toIntExact(tensor.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (tensor.type()) {
            case F32 -> bytes.getFloat();
            case F16 -> half(bytes.getShort());
            case BF16 -> Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
            case F64 -> (float) bytes.getDouble();
            case I32 -> bytes.getInt();
            case I64 -> bytes.getLong();
            default ->
                throw new ModelException(
                    Printable.of(tensor.name())
                        + ": "
                        + tensor.type()
                        + " (expected: F32, F16, BF16, F64, I32 or I64)");
          };
    }
    return values;
  }

  /** IEEE 754's binary16: a sign, 5 bits of exponent, 10 of fraction. */
  static float half(short bits) {
    int exponent = (bits >> HALF_BITS) & 0x1F;
    int fraction = bits & 0x3FF;
    float magnitude;
    if (exponent == 0x1F) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, 1 - HALF_BIAS - HALF_BITS);
    } else {
      magnitude = Math.scalb((float) (fraction | 0x400), exponent - HALF_BIAS - HALF_BITS);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
