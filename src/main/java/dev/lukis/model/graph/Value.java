package dev.lukis.model.graph;

/**
 * A value in a graph: an input, a constant, a weight, or an output of a node.
 *
 * @param name unique in its graph
 */
record Value(String name) {
  /** Stands for an optional input that a node does not get. */
  static final Value NONE = new Value("");
}
