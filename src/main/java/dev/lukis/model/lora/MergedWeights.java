package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.graph.NetworkGraph;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.model.weights.FloatFormat;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The weights of a network with LoRAs added: W + weight * alpha / rank * up * down, computed in
 * single precision from the file's own weights and rounded to their type: Hu et al., "LoRA:
 * Low-Rank Adaptation of Large Language Models" (2021). They lie in direct buffers; weights that no
 * LoRA changes stay in their file. Stateless.
 */
public final class MergedWeights {
  private MergedWeights() {}

  /**
   * @param part the network
   * @param network its graph
   * @param table its tensors
   * @return by the names of the graph's initializers, those that are changed
   * @throws ModelException when values cannot be read or are not finite, or memory is too small
   */
  public static Map<String, GraphSource.Weight> of(
      MatchedLoras loras, String part, NetworkGraph network, TensorTable table) {
    Map<String, List<WeightDelta>> deltas = loras.deltas(part);
    return network.weights().entrySet().parallelStream()
        .filter(each -> deltas.containsKey(each.getValue().name()))
        .collect(
            Collectors.toConcurrentMap(
                Map.Entry::getKey,
                each -> {
                  StoredTensor weight = each.getValue();
                  StoredTensor whole = table.get(weight.name());
                  return merged(weight, whole, Objects.requireNonNull(deltas.get(whole.name())));
                }));
  }

  /**
   * @param weight some rows of the whole, or all of them
   */
  private static GraphSource.Weight merged(
      StoredTensor weight, StoredTensor whole, List<WeightDelta> deltas) {
    List<WeightDelta.Factors> factors = deltas.stream().map(WeightDelta::read).toList();
    int rowBytes = Math.toIntExact(whole.length() / whole.size(0));
    int firstRow = Math.toIntExact((weight.offset() - whole.offset()) / rowBytes);
    int rows = Math.toIntExact(weight.length() / rowBytes);
    ByteBuffer stored = mapped(weight);
    ByteBuffer values = memory(weight);
    float[] row = new float[rowBytes / weight.type().bytes()];
    for (int i = 0; i < rows; i++) {
      FloatFormat.read(weight.type(), stored, i * rowBytes, row);
      for (WeightDelta.Factors each : factors) {
        each.addRow(firstRow + i, row);
      }
      FloatFormat.write(weight.type(), row, values, i * rowBytes);
    }
    long[] sizes = weight.sizes().stream().mapToLong(Long::longValue).toArray();
    return new GraphSource.Weight(type(weight), sizes, values);
  }

  private static ByteBuffer mapped(StoredTensor weight) {
    try (FileChannel channel = FileChannel.open(weight.file())) {
      return channel
          .map(MapMode.READ_ONLY, weight.offset(), weight.length())
          .order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new ModelException(
          weight.file() + ": " + weight.name() + ": cannot be read (expected: its bytes)", e);
    }
  }

  private static ByteBuffer memory(StoredTensor weight) {
    try {
      return ByteBuffer.allocateDirect(Math.toIntExact(weight.length()))
          .order(ByteOrder.nativeOrder());
    } catch (OutOfMemoryError e) {
      throw new ModelException(
          "lukis.loras: the changed weights do not fit into the memory outside of the heap"
              + " (expected: a larger -XX:MaxDirectMemorySize, by default the size of the heap): "
              + e.getMessage(),
          e);
    }
  }

  private static OnnxType type(StoredTensor weight) {
    return switch (weight.type()) {
      case F32 -> OnnxType.FLOAT;
      case F16 -> OnnxType.FLOAT16;
      case BF16 -> OnnxType.BFLOAT16;
      default -> throw new IllegalArgumentException(weight + " (expected: F32, F16 or BF16)");
    };
  }
}
