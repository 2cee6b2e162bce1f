package dev.lukis.model.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what an ONNX file says of its graph's inputs and outputs and skips the weights. DJL tells
 * their names only. Field numbers: {@code onnx.proto} of the ONNX specification.
 */
final class OnnxFile {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;
  private static final int VALUE_TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TENSOR_ELEMENT = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_DIMENSION = 1;
  private static final int DIMENSION_VALUE = 1;

  // Mutable state
  private final Map<String, OnnxSignature.Value> inputs = new LinkedHashMap<>();
  private final Map<String, OnnxSignature.Value> outputs = new LinkedHashMap<>();
  private final List<String> initializers = new ArrayList<>();
  private String name = "";
  private OnnxType type = OnnxType.UNDEFINED;
  private List<Integer> sizes = new ArrayList<>();

  private OnnxFile() {}

  /**
   * The graph's inputs and outputs in order, without the inputs that only name a weight.
   *
   * @param label as messages name it
   */
  static OnnxSignature signature(String label, Path path) throws IOException {
    OnnxFile file = new OnnxFile();
    try (InputStream in = Files.newInputStream(path)) {
      read(CodedInputStream.newInstance(in), file::model);
    }
    file.initializers.forEach(file.inputs::remove);
    return new OnnxSignature(label, file.inputs, file.outputs);
  }

  /** Reads a field, or returns false to have it skipped. */
  private interface FieldReader {
    boolean read(int field, CodedInputStream in) throws IOException;
  }

  private static void read(CodedInputStream in, FieldReader fields) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!fields.read(WireFormat.getTagFieldNumber(tag), in)) {
        in.skipField(tag);
      }
    }
  }

  private static boolean nested(CodedInputStream in, FieldReader fields) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    read(in, fields);
    in.popLimit(limit);
    return true;
  }

  private boolean model(int field, CodedInputStream in) throws IOException {
    return field == MODEL_GRAPH && nested(in, this::graph);
  }

  private boolean graph(int field, CodedInputStream in) throws IOException {
    if (field == GRAPH_INITIALIZER) {
      return nested(in, this::initializer);
    }
    return switch (field) {
      case GRAPH_INPUT -> valueInto(inputs, in);
      case GRAPH_OUTPUT -> valueInto(outputs, in);
      default -> false;
    };
  }

  private boolean valueInto(Map<String, OnnxSignature.Value> values, CodedInputStream in)
      throws IOException {
    sizes = new ArrayList<>();
    type = OnnxType.UNDEFINED;
    nested(in, this::value);
    int[] axes = sizes.stream().mapToInt(Integer::intValue).toArray();
    values.put(name, new OnnxSignature.Value(type, axes));
    return true;
  }

  private boolean initializer(int field, CodedInputStream in) throws IOException {
    return field == TENSOR_NAME && initializers.add(in.readString());
  }

  private boolean value(int field, CodedInputStream in) throws IOException {
    if (field == VALUE_NAME) {
      name = in.readString();
      return true;
    }
    return field == VALUE_TYPE && nested(in, this::typeOfValue);
  }

  private boolean typeOfValue(int field, CodedInputStream in) throws IOException {
    return field == TYPE_TENSOR && nested(in, this::tensor);
  }

  private boolean tensor(int field, CodedInputStream in) throws IOException {
    if (field == TENSOR_ELEMENT) {
      type = OnnxType.of(in.readInt32());
      return true;
    }
    return field == TENSOR_SHAPE && nested(in, this::shape);
  }

  private boolean shape(int field, CodedInputStream in) throws IOException {
    if (field != SHAPE_DIMENSION) {
      return false;
    }
    sizes.add(-1);
    return nested(in, this::dimension);
  }

  private boolean dimension(int field, CodedInputStream in) throws IOException {
    if (field != DIMENSION_VALUE) {
      return false;
    }
    sizes.set(sizes.size() - 1, Math.toIntExact(in.readInt64()));
    return true;
  }
}
