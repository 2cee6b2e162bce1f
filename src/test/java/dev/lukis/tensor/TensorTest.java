package dev.lukis.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void rowsComeBackFromTheBatchTheyWentInto() {
    Tensor first = Tensor.of(Shape.of(1, 2), 1, 2);
    Tensor second = Tensor.of(Shape.of(1, 2), 3, 4);
    Tensor batch = Tensor.batch(List.of(first, second));
    assertThat(batch.shape()).isEqualTo(Shape.of(2, 1, 2));
    assertThat(batch.row(1).shape()).isEqualTo(second.shape());
    assertThat(batch.row(1).data()).containsExactly(3, 4);
  }

  @Test
  void addsAMultiple() {
    Tensor sum = Tensor.of(Shape.of(2), 1, 2).plus(-2, Tensor.of(Shape.of(2), 3, 4));
    assertThat(sum.data()).containsExactly(-5, -6);
  }

  @Test
  void refusesDataThatDoesNotFillTheShape() {
    assertThatThrownBy(() -> Tensor.of(Shape.of(2, 2), 1))
        .hasMessage("data length: 1 (expected: 4 for [2, 2])");
  }

  @Test
  void refusesRowsOfDifferentShapes() {
    List<Tensor> rows = List.of(Tensor.of(Shape.of(2), 1, 2), Tensor.of(Shape.of(1), 1));
    assertThatThrownBy(() -> Tensor.batch(rows)).hasMessage("shape: [1] (expected: [2])");
    assertThatThrownBy(() -> Tensor.batch(List.of())).hasMessageContaining("at least one");
  }

  @Test
  void refusesASizeThatIsNotPositive() {
    assertThatThrownBy(() -> Shape.of(2, 0)).hasMessage("size: 0 in [2, 0] (expected: > 0)");
  }
}
