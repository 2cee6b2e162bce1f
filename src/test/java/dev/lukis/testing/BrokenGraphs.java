package dev.lukis.testing;

import com.google.protobuf.ByteString;
import dev.lukis.model.onnx.proto.GraphProto;
import dev.lukis.model.onnx.proto.ModelProto;
import dev.lukis.model.onnx.proto.NodeProto;
import dev.lukis.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of the embedded model with a graph that returns NaN. */
public final class BrokenGraphs {
  private static final Path EMBEDDED = Path.of("src/main/resources/models/lukis-mini");

  private BrokenGraphs() {}

  /** Copies the embedded model, and has one graph multiply its output by NaN. */
  public static void copyWithNaN(Path to, String graph) throws IOException {
    try (Stream<Path> files = Files.walk(EMBEDDED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(EMBEDDED.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path file = to.resolve(graph);
    Files.write(file, timesNaN(ModelProto.parseFrom(Files.readAllBytes(file))).toByteArray());
  }

  private static ModelProto timesNaN(ModelProto model) {
    GraphProto.Builder graph = model.toBuilder().getGraphBuilder();
    String output = graph.getOutput(0).getName();
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getOutputCount(); i++) {
        if (node.getOutput(i).equals(output)) {
          node.setOutput(i, "before");
        }
      }
    }
    ByteBuffer nan = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    nan.putFloat(0, Float.NaN);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("nan")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(nan)));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Mul")
            .addInput("before")
            .addInput("nan")
            .addOutput(output));
    return model.toBuilder().setGraph(graph).build();
  }
}
