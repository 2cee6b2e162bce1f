package dev.lukis.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtException;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/**
 * One loaded ONNX graph with float output. Not thread-safe: one thread at a time, because input
 * buffers are kept from run to run. For native memory see the package documentation.
 */
final class OnnxGraph implements AutoCloseable {
  private final Model model;
  private final NDManager manager;
  private final OnnxSignature signature;

  private OnnxGraph(Model model, OnnxSignature signature) {
    this.model = model;
    this.manager = model.getNDManager();
    this.signature = signature;
  }

  /**
   * @param threads how many threads share one operator
   * @param inputNames exactly the inputs the graph must have
   * @throws ModelException when the file is no ONNX graph or has other inputs
   */
  static OnnxGraph load(ModelDirectory directory, String file, int threads, String... inputNames) {
    Path path = directory.required(file);
    OnnxSignature signature = OnnxSignature.read(file, path);
    signature.requireInputs(new TreeSet<>(Arrays.asList(inputNames)));
    OnnxEngine.start();
    Model model = Model.newInstance(file, Device.cpu(), OnnxEngine.NAME);
    try (var options = OnnxEngine.options(threads)) {
      model.load(
          path.getParent(), path.getFileName().toString(), Map.of("sessionOptions", options));
      return new OnnxGraph(model, signature);
    } catch (OrtException | EngineException | IOException | MalformedModelException e) {
      model.close();
      throw new ModelException(
          file + ": cannot be loaded (expected: an ONNX graph): " + e.getMessage(), e);
    }
  }

  OnnxSignature signature() {
    return signature;
  }

  /** Runs the graph; the tensor is its first output. */
  Tensor run(GraphInput... arguments) {
    try (NDManager scope = manager.newSubManager()) {
      NDList list = new NDList(arguments.length);
      for (GraphInput argument : arguments) {
        list.add(argument.toArray(scope));
      }
      return copy(forward(scope, list));
    }
  }

  private NDArray forward(NDManager scope, NDList list) {
    return model.getBlock().forward(new ParameterStore(scope, false), list, false).head();
  }

  private Tensor copy(NDArray output) {
    int[] sizes = Arrays.stream(output.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    FloatBuffer buffer = output.toByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    float[] data = new float[buffer.remaining()];
    buffer.get(data);
    return new Tensor(Shape.of(sizes), data);
  }

  @Override
  public void close() {
    model.close();
  }
}
