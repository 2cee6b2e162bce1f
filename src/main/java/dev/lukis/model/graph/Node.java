package dev.lukis.model.graph;

import com.google.protobuf.ByteString;
import dev.lukis.model.onnx.proto.AttributeProto;
import dev.lukis.model.onnx.proto.AttributeProto.AttributeType;
import dev.lukis.model.onnx.proto.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node that is being made; {@link #output()} adds it to its graph. */
final class Node {
  /** The domain of ONNX Runtime's own operators. */
  static final String MICROSOFT = "com.microsoft";

  private final GraphBuilder graph;
  private final String operator;
  private final NodeProto.Builder node = NodeProto.newBuilder();

  Node(GraphBuilder graph, String operator, List<Value> inputs) {
    this.graph = graph;
    this.operator = operator;
    node.setOpType(operator);
    inputs.forEach(this::input);
  }

  /** One of ONNX Runtime's own operators. */
  Node microsoft() {
    node.setDomain(MICROSOFT);
    return this;
  }

  Node input(Value value) {
    node.addInput(value.name());
    return this;
  }

  /** An optional last input. */
  Node input(Optional<Value> value) {
    value.ifPresent(this::input);
    return this;
  }

  Node with(String attribute, long value) {
    return with(attribute(attribute, AttributeType.INT).setI(value));
  }

  Node with(String attribute, double value) {
    return with(attribute(attribute, AttributeType.FLOAT).setF((float) value));
  }

  Node with(String attribute, String value) {
    return with(attribute(attribute, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
  }

  Node with(String attribute, List<Long> values) {
    return with(attribute(attribute, AttributeType.INTS).addAllInts(values));
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private Node with(AttributeProto.Builder attribute) {
    node.addAttribute(attribute);
    return this;
  }

  /** Adds the node. */
  Value output() {
    return outputs(1).get(0);
  }

  /**
   * Adds a node with several outputs.
   *
   * @param wanted 1 for an output that is used, 0 for one that is not
   */
  List<Value> outputs(int... wanted) {
    String name = operator + "." + graph.nextNumber();
    List<Value> outputs = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      Value value = wanted[i] == 0 ? Value.NONE : new Value(i == 0 ? name : name + "." + i);
      node.addOutput(value.name());
      outputs.add(value);
    }
    graph.add(node.setName(name));
    return outputs;
  }

  /** Adds the node with an output of a given name: an output of the graph. */
  void output(String name) {
    node.addOutput(name);
    graph.add(node.setName(operator + "." + graph.nextNumber()));
  }
}
