package dev.lukis.pipeline;

import dev.lukis.model.onnx.NonFiniteOutputException;
import java.util.List;
import java.util.Objects;

/**
 * The model returned NaN or Infinity for some generations of a batch. All generations of the batch
 * are as before the call; those that did not fail can be run again without the others.
 */
public final class UnusableOutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String graph;
  private final transient List<Generation> failed;

  /**
   * @param failed at least one
   * @param cause names the graph, its precision and the rows
   */
  public UnusableOutputException(List<Generation> failed, NonFiniteOutputException cause) {
    super(Objects.requireNonNull(cause.getMessage()), cause);
    this.graph = cause.graph();
    this.failed = List.copyOf(failed);
  }

  /** The graph's name. */
  public String graph() {
    return graph;
  }

  /** The generations without a usable output. */
  public List<Generation> failed() {
    return failed;
  }
}
