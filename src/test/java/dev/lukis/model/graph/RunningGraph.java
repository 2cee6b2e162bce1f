package dev.lukis.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.MemoryGraphSource;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A network's graph that runs on the processor. */
record RunningGraph(OnnxGraph graph) implements AutoCloseable {
  static RunningGraph of(NetworkGraph network, TensorTable table, boolean mapped) {
    var source =
        new MemoryGraphSource(
            table.name(), network.model(), table.folder(), mapped, OnnxType.FLOAT, Map.of());
    OnnxSignature signature = OnnxSignature.read(source);
    return new RunningGraph(OnnxGraph.load(source, signature, ExecutionOptions.cpu(1)));
  }

  /**
   * @param inputs names and values
   */
  Tensor run(String output, Map<String, Tensor> inputs) {
    InputBuffer[] buffers =
        graph.signature().inputs().keySet().stream()
            .map(
                name ->
                    new InputBuffer(graph.signature(), name)
                        .set(Objects.requireNonNull(inputs.get(name))))
            .toArray(InputBuffer[]::new);
    return graph.outputs(List.of(output), buffers).get(0);
  }

  /** Within a share of the largest value, and at least of 1. */
  static void assertClose(Tensor actual, Tensor expected, double tolerance, String what) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    double largest = 1;
    double difference = 0;
    for (int i = 0; i < expected.data().length; i++) {
      largest = Math.max(largest, Math.abs(expected.data()[i]));
      difference = Math.max(difference, Math.abs(expected.data()[i] - actual.data()[i]));
    }
    assertThat(difference / largest).as(what).isLessThan(tolerance);
  }

  @Override
  public void close() {
    graph.close();
  }
}
