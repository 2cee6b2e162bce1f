package dev.lukis.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphInMemoryTest {
  private static Tensor run(GraphSource source, float... x) {
    OnnxSignature signature = OnnxSignature.read(source);
    try (OnnxGraph graph = OnnxGraph.load(source, signature, ExecutionOptions.cpu(1))) {
      InputBuffer input = new InputBuffer(signature, "x");
      return graph.run(input.set(new Tensor(Shape.of(x.length / 2, 2), x)));
    }
  }

  @Test
  void aGraphMadeInMemoryRunsWithWeightsThatLieOutsideOfIt() {
    assertThat(run(TinyGraph.timesExternalWeight(2, 10), 1, 2, 3, 4).data())
        .containsExactly(2, 20, 6, 40);
  }

  @Test
  void anInputThatOnlyNamesAWeightIsNotAnInput() {
    OnnxSignature signature = OnnxSignature.read(TinyGraph.timesExternalWeight(1, 1));
    assertThat(signature.inputs()).containsOnlyKeys("x");
    assertThat(signature.externalFiles()).containsExactly("w.bin");
  }

  @Test
  void aWeightThatIsNowhereIsRefusedInOneLine() {
    GraphSource whole = TinyGraph.timesExternalWeight(1, 1);
    GraphSource without = new TinyGraph("tiny.onnx", ((TinyGraph) whole).bytes(), Map.of());
    assertThatThrownBy(() -> run(without, 1, 2))
        .hasMessageContaining("tiny.onnx: cannot be loaded");
  }

  @Test
  void rowsWithNaNOrInfinityAreNamedWithGraphAndPrecision() {
    assertThat(run(TinyGraph.of("Sqrt"), 4, 9).data()).containsExactly(2, 3);
    assertThatThrownBy(() -> run(TinyGraph.of("Sqrt"), 4, 9, 4, -1, 0, 0, 0, 0))
        .isInstanceOfSatisfying(
            NonFiniteOutputException.class, e -> assertThat(e.rows()).isEqualTo(List.of(1)))
        .hasMessage(
            "tiny.onnx (float32) returned NaN or Infinity for row 2 of 4"
                + " (expected: finite values)");
    assertThatThrownBy(() -> run(TinyGraph.of("Reciprocal"), 0, 1, 1, 1, -0.0f, 1))
        .hasMessageContaining("for rows 1, 3 of 3");
  }

  @Test
  void aConstantImageIsNotAFault() {
    assertThat(run(TinyGraph.of("Sqrt"), 0, 0).data()).containsExactly(0, 0);
  }
}
