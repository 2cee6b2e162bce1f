package dev.lukis.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lukis.tensor.Tensor;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A named input of a graph whose direct buffer is kept from run to run, since making one costs more
 * than filling it. Not thread-safe.
 */
final class GraphInput {
  private final String name;

  // Mutable state
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);
  private Buffer filled = memory;
  private Shape shape = new Shape();
  private DataType type = DataType.FLOAT32;

  GraphInput(String name) {
    this.name = name;
  }

  GraphInput set(Tensor tensor) {
    return floats(tensor.data(), tensor.shape().toLongArray());
  }

  GraphInput floats(float[] values, long... sizes) {
    this.filled = room(Float.BYTES * values.length).asFloatBuffer().put(values).flip();
    this.shape = new Shape(sizes);
    this.type = DataType.FLOAT32;
    return this;
  }

  GraphInput longs(long[] values, long... sizes) {
    this.filled = room(Long.BYTES * values.length).asLongBuffer().put(values).flip();
    this.shape = new Shape(sizes);
    this.type = DataType.INT64;
    return this;
  }

  private ByteBuffer room(int bytes) {
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes);
    }
    return memory.clear().order(ByteOrder.nativeOrder());
  }

  NDArray toArray(NDManager scope) {
    NDArray array = scope.create(filled, shape, type);
    array.setName(name);
    return array;
  }
}
