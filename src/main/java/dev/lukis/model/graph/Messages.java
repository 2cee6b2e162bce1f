package dev.lukis.model.graph;

import com.google.protobuf.ByteString;
import dev.lukis.model.onnx.proto.StringStringEntryProto;
import dev.lukis.model.onnx.proto.TensorProto;
import dev.lukis.model.onnx.proto.TensorShapeProto;
import dev.lukis.model.onnx.proto.TypeProto;
import dev.lukis.model.onnx.proto.ValueInfoProto;
import dev.lukis.model.weights.StoredTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Messages of {@code onnx.proto} for tensors, inputs and outputs. Stateless. */
final class Messages {
  private Messages() {}

  /** A tensor inside of the graph. */
  static TensorProto constant(String name, int type, byte[] bytes, List<Long> sizes) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(type)
        .addAllDims(sizes)
        .setRawData(ByteString.copyFrom(bytes))
        .build();
  }

  static byte[] bytes(long... values) {
    ByteBuffer bytes = buffer(Long.BYTES * values.length);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  static byte[] bytes(float[] values) {
    ByteBuffer bytes = buffer(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A tensor whose bytes stay in its file, which is named from a folder on. */
  static TensorProto.Builder external(String name, int type, Path folder, StoredTensor tensor) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(type)
        .addAllDims(tensor.sizes())
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(entry("location", location(folder, tensor.file())))
        .addExternalData(entry("offset", Long.toString(tensor.offset())))
        .addExternalData(entry("length", Long.toString(tensor.length())));
  }

  private static String location(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /** An input or output of a graph. */
  static ValueInfoProto value(String name, int type, Object... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object size : sizes) {
      TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
      if (size instanceof Number number) {
        dimension.setDimValue(number.longValue());
      } else {
        dimension.setDimParam(size.toString());
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
