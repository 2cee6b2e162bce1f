package dev.lukis.model.onnx;

import com.google.protobuf.ByteString;
import dev.lukis.model.onnx.proto.GraphProto;
import dev.lukis.model.onnx.proto.ModelProto;
import dev.lukis.model.onnx.proto.NodeProto;
import dev.lukis.model.onnx.proto.OperatorSetIdProto;
import dev.lukis.model.onnx.proto.StringStringEntryProto;
import dev.lukis.model.onnx.proto.TensorProto;
import dev.lukis.model.onnx.proto.TensorShapeProto;
import dev.lukis.model.onnx.proto.TypeProto;
import dev.lukis.model.onnx.proto.ValueInfoProto;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Graphs of one node, made in memory: x [rows, 2] to y [rows, 2]. */
public record TinyGraph(String name, byte[] bytes, Map<String, Weight> weights)
    implements GraphSource {
  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** An operator on x alone, such as {@code Sqrt}, which is NaN below 0. */
  public static TinyGraph of(String operator) {
    return new TinyGraph("tiny.onnx", model(graph(node(operator, "x"))), Map.of());
  }

  /** x times a weight that lies outside of the graph, in memory. */
  public static TinyGraph timesExternalWeight(float... weight) {
    ByteBuffer values =
        ByteBuffer.allocateDirect(Float.BYTES * weight.length).order(ByteOrder.nativeOrder());
    values.asFloatBuffer().put(weight);
    GraphProto.Builder graph = graph(node("Mul", "x", "w"));
    graph
        .addInitializer(
            TensorProto.newBuilder()
                .setName("w")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(weight.length)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                    StringStringEntryProto.newBuilder().setKey("location").setValue("w.bin")))
        .addInput(value("w", weight.length));
    return new TinyGraph(
        "tiny.onnx",
        model(graph),
        Map.of("w", new Weight(OnnxType.FLOAT, new long[] {weight.length}, values)));
  }

  /** x plus a weight of so many bytes inside of the graph. */
  static byte[] withWeight(int bytes) {
    return model(
        graph(node("Identity", "x"))
            .addInitializer(
                TensorProto.newBuilder()
                    .setName("w")
                    .setDataType(TensorProto.DataType.FLOAT16_VALUE)
                    .addDims(bytes / 2)
                    .setRawData(ByteString.copyFrom(new byte[bytes]))));
  }

  private static NodeProto node(String operator, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput("y")
        .build();
  }

  private static GraphProto.Builder graph(NodeProto node) {
    return GraphProto.newBuilder()
        .setName("tiny")
        .addNode(node)
        .addInput(value("x", -1, 2))
        .addOutput(value("y", -1, 2));
  }

  private static ValueInfoProto value(String name, int... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int size : sizes) {
      TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
      if (size < 0) {
        dimension.setDimParam("rows");
      } else {
        dimension.setDimValue(size);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  private static byte[] model(GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
