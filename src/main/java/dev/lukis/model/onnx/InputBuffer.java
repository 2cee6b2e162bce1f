package dev.lukis.model.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.platform.Fp16Conversions;
import dev.lukis.tensor.Tensor;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A named input of a graph, in the type that the graph wants. Its direct buffer is kept from run to
 * run, since making one costs more than filling it. Not thread-safe.
 */
public final class InputBuffer {
  private final String name;
  private final OnnxType type;

  // Mutable state
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);
  private Buffer filled = memory;
  private Shape shape = new Shape();

  public InputBuffer(OnnxSignature signature, String name) {
    this.name = name;
    this.type = signature.input(name).type();
  }

  public InputBuffer set(Tensor tensor) {
    return floats(tensor.data(), tensor.shape().toLongArray());
  }

  /** Whole numbers are rounded to, where the graph wants them. */
  public InputBuffer floats(float[] values, long... sizes) {
    ByteBuffer room = room(bytes() * values.length);
    filled =
        switch (type) {
          case FLOAT -> room.asFloatBuffer().put(values).flip();
          case FLOAT16 -> halves(room, values);
          case INT32, INT64 -> wholes(room, rounded(values));
          default -> throw unfit();
        };
    shape = new Shape(sizes);
    return this;
  }

  public InputBuffer longs(long[] values, long... sizes) {
    filled = wholes(room(bytes() * values.length), values);
    shape = new Shape(sizes);
    return this;
  }

  private static Buffer halves(ByteBuffer room, float[] values) {
    for (float value : values) {
      room.putShort(Fp16Conversions.floatToFp16(value));
    }
    return room.flip();
  }

  private Buffer wholes(ByteBuffer room, long[] values) {
    if (type == OnnxType.INT64) {
      return room.asLongBuffer().put(values).flip();
    }
    if (type != OnnxType.INT32) {
      throw unfit();
    }
    for (long value : values) {
      room.putInt(Math.toIntExact(value));
    }
    return room.flip().slice().order(ByteOrder.nativeOrder()).asIntBuffer();
  }

  private static long[] rounded(float[] values) {
    long[] rounded = new long[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Math.round(values[i]);
    }
    return rounded;
  }

  private int bytes() {
    return dataType().getNumOfBytes();
  }

  private DataType dataType() {
    return switch (type) {
      case FLOAT -> DataType.FLOAT32;
      case FLOAT16 -> DataType.FLOAT16;
      case INT32 -> DataType.INT32;
      case INT64 -> DataType.INT64;
      default -> throw unfit();
    };
  }

  private IllegalStateException unfit() {
    return new IllegalStateException(name + ": " + type + " (expected: a type its family takes)");
  }

  private ByteBuffer room(int bytes) {
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes);
    }
    return memory.clear().order(ByteOrder.nativeOrder());
  }

  NDArray toArray(NDManager scope) {
    NDArray array = scope.create(filled, shape, dataType());
    array.setName(name);
    return array;
  }
}
