package dev.lukis.model.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.proto.GraphProto;
import dev.lukis.model.onnx.proto.ModelProto;
import dev.lukis.model.onnx.proto.StringStringEntryProto;
import dev.lukis.model.onnx.proto.TensorProto;
import dev.lukis.model.onnx.proto.TensorShapeProto;
import dev.lukis.model.onnx.proto.TypeProto;
import dev.lukis.model.onnx.proto.ValueInfoProto;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads the inputs and outputs of a graph, the precision of its weights, and the files that hold
 * weights. Weights themselves are skipped in the stream and never in memory: one may take 2 GB. The
 * messages are generated from {@code onnx.proto} of the ONNX specification.
 */
final class OnnxReader {
  /** A description of an input or output takes some hundred bytes; more is a broken file. */
  private static final int LONGEST_DESCRIPTION = 1 << 20;

  private static final String EXPECTED = " (expected: an ONNX graph)";

  // Mutable state
  private final Map<String, OnnxSignature.Value> inputs = new LinkedHashMap<>();
  private final Map<String, OnnxSignature.Value> outputs = new LinkedHashMap<>();
  private final Set<String> initializers = new LinkedHashSet<>();
  private final Set<String> externalFiles = new LinkedHashSet<>();
  private boolean halfPrecision;

  private OnnxReader() {}

  /**
   * @throws ModelException when the source is no ONNX graph
   */
  static OnnxSignature read(GraphSource source) {
    OnnxReader reader = new OnnxReader();
    try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      fields(CodedInputStream.newInstance(in), reader::model);
    } catch (IOException | ArithmeticException | IllegalArgumentException e) {
      throw new ModelException(source.name() + ": cannot be read" + EXPECTED, e);
    }
    reader.initializers.forEach(reader.inputs::remove);
    return new OnnxSignature(
        source.name(),
        reader.inputs,
        reader.outputs,
        source.precision().orElse(reader.halfPrecision ? OnnxType.FLOAT16 : OnnxType.FLOAT),
        Set.copyOf(reader.externalFiles));
  }

  /** Reads a field, or returns false to have it skipped. */
  private interface FieldReader {
    boolean read(int field, CodedInputStream in) throws IOException;
  }

  private static void fields(CodedInputStream in, FieldReader reader) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      if (!(delimited && reader.read(WireFormat.getTagFieldNumber(tag), in))
          && !in.skipField(tag)) {
        throw new InvalidProtocolBufferException("a group ends that has not begun");
      }
    }
  }

  private static boolean nested(CodedInputStream in, FieldReader reader) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    fields(in, reader);
    if (in.getBytesUntilLimit() > 0) {
      throw new InvalidProtocolBufferException("the file ends too early");
    }
    in.popLimit(limit);
    return true;
  }

  private boolean model(int field, CodedInputStream in) throws IOException {
    return field == ModelProto.GRAPH_FIELD_NUMBER && nested(in, this::graph);
  }

  private boolean graph(int field, CodedInputStream in) throws IOException {
    return switch (field) {
      case GraphProto.INITIALIZER_FIELD_NUMBER -> initializer(in);
      case GraphProto.INPUT_FIELD_NUMBER -> value(inputs, in);
      case GraphProto.OUTPUT_FIELD_NUMBER -> value(outputs, in);
      default -> false;
    };
  }

  private static boolean value(Map<String, OnnxSignature.Value> values, CodedInputStream in)
      throws IOException {
    ValueInfoProto info = ValueInfoProto.parseFrom(description(in));
    values.put(info.getName(), value(info.getType().getTensorType()));
    return true;
  }

  private static byte[] description(CodedInputStream in) throws IOException {
    int length = in.readRawVarint32();
    if (length < 0 || length > LONGEST_DESCRIPTION) {
      throw new InvalidProtocolBufferException("a description of " + length + " bytes");
    }
    return in.readRawBytes(length);
  }

  private static OnnxSignature.Value value(TypeProto.Tensor tensor) {
    int[] sizes = tensor.getShape().getDimList().stream().mapToInt(OnnxReader::size).toArray();
    return new OnnxSignature.Value(OnnxType.of(tensor.getElemType()), sizes);
  }

  private static int size(TensorShapeProto.Dimension dimension) {
    return dimension.hasDimValue() ? Math.toIntExact(dimension.getDimValue()) : -1;
  }

  private boolean initializer(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case TensorProto.NAME_FIELD_NUMBER ->
            initializers.add(new String(description(in), java.nio.charset.StandardCharsets.UTF_8));
        case TensorProto.DATA_TYPE_FIELD_NUMBER -> precision(in.readInt32());
        case TensorProto.EXTERNAL_DATA_FIELD_NUMBER ->
            external(StringStringEntryProto.parseFrom(description(in)));
        default -> in.skipField(tag);
      }
    }
    if (in.getBytesUntilLimit() > 0) {
      throw new InvalidProtocolBufferException("the file ends too early");
    }
    in.popLimit(limit);
    return true;
  }

  private void precision(int type) {
    halfPrecision |=
        type == TensorProto.DataType.FLOAT16_VALUE || type == TensorProto.DataType.BFLOAT16_VALUE;
  }

  private void external(StringStringEntryProto entry) {
    if (entry.getKey().equals("location")) {
      externalFiles.add(entry.getValue());
    }
  }
}
