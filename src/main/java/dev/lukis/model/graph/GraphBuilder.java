package dev.lukis.model.graph;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.proto.GraphProto;
import dev.lukis.model.onnx.proto.ModelProto;
import dev.lukis.model.onnx.proto.NodeProto;
import dev.lukis.model.onnx.proto.OperatorSetIdProto;
import dev.lukis.model.onnx.proto.TensorProto.DataType;
import dev.lukis.model.weights.ElementType;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes one graph: nodes, small constants inside of it, and weights that stay where they are in
 * their files, as external data. One thread at a time.
 */
final class GraphBuilder {
  /** The newest that ONNX Runtime 1.18 and later understand. */
  private static final int OPSET = 21;

  private static final int IR_VERSION = 10;

  private final TensorTable table;
  private final GraphOptions options;
  private final Path folder;

  // Mutable state
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("lukis");
  private final Map<Object, Value> made = new HashMap<>();
  private final Map<String, StoredTensor> weights = new HashMap<>();
  private int nodes;

  GraphBuilder(TensorTable table, GraphOptions options) {
    this.table = table;
    this.options = options;
    this.folder = table.folder();
  }

  TensorTable table() {
    return table;
  }

  GraphOptions options() {
    return options;
  }

  // --- nodes

  Node node(String operator, Value... inputs) {
    return new Node(this, operator, Arrays.asList(inputs));
  }

  int nextNumber() {
    return nodes++;
  }

  void add(NodeProto.Builder node) {
    graph.addNode(node);
  }

  /**
   * A value that is made once in a graph.
   *
   * @param key what it is
   */
  Value once(List<?> key, Supplier<Value> make) {
    Value known = made.get(key);
    if (known == null) {
      known = make.get();
      made.put(key, known);
    }
    return known;
  }

  // --- constants

  /** Whole numbers along one axis. */
  Value ints(long... values) {
    return once(
        List.of("ints", Arrays.toString(values)),
        () ->
            constant(DataType.INT64_VALUE, Messages.bytes(values), List.of((long) values.length)));
  }

  /** A whole number without an axis. */
  Value scalar(long value) {
    return once(
        List.of("scalar", value),
        () -> constant(DataType.INT64_VALUE, Messages.bytes(value), List.of()));
  }

  /** Numbers of single precision. */
  Value singles(float[] values, Long... sizes) {
    return once(
        List.of("singles", Arrays.toString(values), Arrays.toString(sizes)),
        () -> constant(DataType.FLOAT_VALUE, Messages.bytes(values), List.of(sizes)));
  }

  /** Numbers of the arithmetic's precision. */
  Value numbers(float[] values, Long... sizes) {
    return arithmetic(singles(values, sizes));
  }

  /** A number of the arithmetic's precision, without an axis. */
  Value number(float value) {
    return numbers(new float[] {value});
  }

  private Value constant(int type, byte[] bytes, List<Long> sizes) {
    String name = "constant." + graph.getInitializerCount();
    graph.addInitializer(Messages.constant(name, type, bytes, sizes));
    return new Value(name);
  }

  // --- weights

  /**
   * A weight in the arithmetic's precision.
   *
   * @throws ModelException when it is missing, or of a type that weights do not have
   */
  Value weight(String name) {
    return weight(table.get(name));
  }

  /** A weight, or a part or another view of one, in the arithmetic's precision. */
  Value weight(StoredTensor tensor) {
    Value stored = stored(tensor);
    return tensor.type() == (options.half() ? ElementType.F16 : ElementType.F32)
        ? stored
        : once(List.of("cast", stored), () -> cast(stored, arithmeticType()));
  }

  Optional<Value> optionalWeight(String name) {
    return table.contains(name) ? Optional.of(weight(name)) : Optional.empty();
  }

  /** A weight as it is in its file. */
  Value stored(StoredTensor tensor) {
    String name = tensor.name() + "@" + tensor.offset() + tensor.sizes();
    return once(
        List.of("stored", name),
        () -> {
          graph.addInitializer(Messages.external(name, type(tensor), folder, tensor));
          weights.put(name, tensor);
          return new Value(name);
        });
  }

  private int type(StoredTensor tensor) {
    return switch (tensor.type()) {
      case F32 -> DataType.FLOAT_VALUE;
      case F16 -> DataType.FLOAT16_VALUE;
      case BF16 -> DataType.BFLOAT16_VALUE;
      default ->
          throw new ModelException(
              table.name()
                  + ": "
                  + tensor.name()
                  + ": "
                  + tensor.type()
                  + " (expected: F32, F16 or BF16)");
    };
  }

  // --- precision

  private int arithmeticType() {
    return options.half() ? DataType.FLOAT16_VALUE : DataType.FLOAT_VALUE;
  }

  Value cast(Value value, int type) {
    return node("Cast", value).with("to", type).output();
  }

  /** A value of single precision in the arithmetic's. */
  Value arithmetic(Value single) {
    return options.half()
        ? once(List.of("arithmetic", single), () -> cast(single, arithmeticType()))
        : single;
  }

  /** A value of another type in the arithmetic's precision. */
  Value toArithmetic(Value value) {
    return cast(value, arithmeticType());
  }

  // --- inputs and outputs; callers give and get single precision

  /**
   * An input in single precision.
   *
   * @param sizes a number, or a name where the size is open
   */
  Value singleInput(String name, Object... sizes) {
    graph.addInput(Messages.value(name, DataType.FLOAT_VALUE, sizes));
    return new Value(name);
  }

  /** An input that goes on in the arithmetic's precision. */
  Value input(String name, Object... sizes) {
    return arithmetic(singleInput(name, sizes));
  }

  /** An input of whole numbers. */
  Value wholeInput(String name, Object... sizes) {
    graph.addInput(Messages.value(name, DataType.INT64_VALUE, sizes));
    return new Value(name);
  }

  void output(String name, Value value, Object... sizes) {
    Node node =
        options.half()
            ? node("Cast", value).with("to", DataType.FLOAT_VALUE)
            : node("Identity", value);
    node.output(name);
    graph.addOutput(Messages.value(name, DataType.FLOAT_VALUE, sizes));
  }

  NetworkGraph graph() {
    return new NetworkGraph(model(), Map.copyOf(weights));
  }

  private byte[] model() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("lukis")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(Node.MICROSOFT).setVersion(1))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
