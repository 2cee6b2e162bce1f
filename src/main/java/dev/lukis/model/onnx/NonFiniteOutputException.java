package dev.lukis.model.onnx;

import java.util.List;

/**
 * A graph returned NaN or Infinity for some rows of a batch. The other rows of the run are not
 * returned; without the bad rows they can be run again.
 */
public final class NonFiniteOutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String graph;
  private final transient List<Integer> rows;

  /**
   * @param graph its name
   * @param precision of its weights
   * @param rows at least one, from 0, in order
   * @param count of all rows of the batch
   */
  public NonFiniteOutputException(String graph, OnnxType precision, List<Integer> rows, int count) {
    super(
        graph
            + " ("
            + precision.label()
            + ") returned NaN or Infinity for "
            + inWords(rows)
            + " of "
            + count
            + " (expected: finite values)");
    this.graph = graph;
    this.rows = List.copyOf(rows);
  }

  private static String inWords(List<Integer> rows) {
    String numbers = String.join(", ", rows.stream().map(row -> "" + (row + 1)).toList());
    return (rows.size() == 1 ? "row " : "rows ") + numbers;
  }

  /** The graph's name. */
  public String graph() {
    return graph;
  }

  /** Rows of the batch, from 0. */
  public List<Integer> rows() {
    return rows;
  }
}
