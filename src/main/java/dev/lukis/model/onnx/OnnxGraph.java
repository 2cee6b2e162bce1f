package dev.lukis.model.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.platform.Fp16Conversions;
import dev.lukis.model.files.ModelException;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One loaded ONNX graph with float outputs, of single or half precision. Not thread-safe: one
 * thread at a time, because input buffers are kept from run to run. For native memory see the
 * package documentation.
 */
public final class OnnxGraph implements AutoCloseable {
  private final OnnxSignature signature;

  // Mutable state
  private Model model;
  private NDManager manager;
  private List<OnnxTensor> weights;

  private OnnxGraph(Model model, OnnxSignature signature, List<OnnxTensor> weights) {
    this.model = model;
    this.manager = model.getNDManager();
    this.signature = signature;
    this.weights = weights;
  }

  /**
   * @param signature of the source, already checked
   * @throws ModelException when the source is no ONNX graph, or does not fit the device's memory
   */
  public static OnnxGraph load(
      GraphSource source, OnnxSignature signature, ExecutionOptions execution) {
    OnnxEngine.start();
    // Always the CPU here: DJL would add CUDA without the options that are set below.
    Model model = Model.newInstance(source.name(), Device.cpu(), OnnxEngine.NAME);
    List<OnnxTensor> weights = new ArrayList<>();
    try (var options = OnnxEngine.options(execution, source)) {
      addWeights(options, source.weights(), weights);
      load(model, source, Map.of("sessionOptions", options));
      return new OnnxGraph(model, signature, weights);
    } catch (OrtException | EngineException | IOException | MalformedModelException e) {
      closeAll(model, weights);
      throw new ModelException(
          source.name()
              + ": cannot be loaded on "
              + execution.device()
              + (OutOfDeviceMemoryException.tells(e)
                  ? " (expected: more free memory): "
                  : " (expected: " + expected(source) + "): ")
              + innermost(e),
          e);
    }
  }

  private static String expected(GraphSource source) {
    return source.weightsFolder().isPresent()
        ? "weights whose sizes fit each other"
        : "an ONNX graph";
  }

  private static void load(Model model, GraphSource source, Map<String, ?> options)
      throws IOException, MalformedModelException {
    if (source.file().isPresent()) {
      Path file = source.file().get();
      model.load(Objects.requireNonNull(file.getParent()), "" + file.getFileName(), options);
      return;
    }
    try (InputStream in = source.open()) {
      model.load(in, options);
    }
  }

  private static void addWeights(
      SessionOptions options, Map<String, GraphSource.Weight> weights, List<OnnxTensor> made)
      throws OrtException {
    Map<String, OnnxTensorLike> tensors = new HashMap<>();
    for (Map.Entry<String, GraphSource.Weight> each : weights.entrySet()) {
      GraphSource.Weight weight = each.getValue();
      OnnxTensor tensor =
          OnnxTensor.createTensor(
              OrtEnvironment.getEnvironment(),
              weight.values(),
              weight.sizes(),
              OnnxJavaType.valueOf(weight.type().name()));
      made.add(tensor);
      tensors.put(each.getKey(), tensor);
    }
    if (!tensors.isEmpty()) {
      options.addExternalInitializers(tensors);
    }
  }

  private static void closeAll(Model model, List<OnnxTensor> weights) {
    model.close();
    weights.forEach(OnnxTensor::close);
  }

  // What ONNX Runtime said; DJL wraps it in a sentence that says nothing.
  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  public OnnxSignature signature() {
    return signature;
  }

  /**
   * Becomes another graph with the same inputs and outputs; the own native memory is freed. The
   * other must not be used or closed afterwards.
   */
  public void become(OnnxGraph other) {
    Model oldModel = model;
    List<OnnxTensor> oldWeights = weights;
    model = other.model;
    manager = other.manager;
    weights = other.weights;
    closeAll(oldModel, oldWeights);
  }

  /**
   * Runs the graph; the tensor is its first output.
   *
   * @throws NonFiniteOutputException when a row of it has a NaN or Infinity
   * @throws OutOfDeviceMemoryException when the device has too little memory left
   * @throws ModelException when ONNX Runtime refuses the inputs, or weights do not fit each other
   */
  public Tensor run(InputBuffer... arguments) {
    String first = signature.firstOutput();
    return outputs(List.of(first), arguments).get(0);
  }

  /** Runs the graph; the tensors are the outputs of these names. Otherwise like {@link #run}. */
  public List<Tensor> outputs(List<String> names, InputBuffer... arguments) {
    try (NDManager scope = manager.newSubManager()) {
      NDList list = new NDList(arguments.length);
      for (InputBuffer argument : arguments) {
        list.add(argument.toArray(scope));
      }
      NDList found = forward(scope, list);
      return names.stream().map(name -> finite(copy(named(found, name)))).toList();
    } catch (RuntimeException | OutOfMemoryError e) {
      if (OutOfDeviceMemoryException.tells(e)) {
        throw new OutOfDeviceMemoryException(signature.name() + ": out of memory", e);
      }
      if (e instanceof EngineException) {
        throw new ModelException(
            signature.name()
                + ": cannot be run (expected: weights and inputs that fit each other): "
                + innermost(e),
            e);
      }
      throw e;
    }
  }

  /**
   * @throws NonFiniteOutputException when there is a NaN or Infinity
   */
  private Tensor finite(Tensor output) {
    List<Integer> rows = FiniteCheck.badRows(output);
    if (!rows.isEmpty()) {
      throw new NonFiniteOutputException(
          signature.name(), signature.precision(), rows, FiniteCheck.rows(output));
    }
    return output;
  }

  private NDList forward(NDManager scope, NDList list) {
    return model.getBlock().forward(new ParameterStore(scope, false), list, false);
  }

  private static NDArray named(NDList outputs, String name) {
    return outputs.stream().filter(it -> name.equals(it.getName())).findFirst().orElseThrow();
  }

  private static Tensor copy(NDArray output) {
    int[] sizes = Arrays.stream(output.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    ByteBuffer bytes = output.toByteBuffer().order(ByteOrder.nativeOrder());
    boolean half = output.getDataType() == DataType.FLOAT16;
    return new Tensor(
        Shape.of(sizes), half ? widened(bytes.asShortBuffer()) : floats(bytes.asFloatBuffer()));
  }

  private static float[] floats(FloatBuffer buffer) {
    float[] data = new float[buffer.remaining()];
    buffer.get(data);
    return data;
  }

  private static float[] widened(ShortBuffer halves) {
    float[] data = new float[halves.remaining()];
    for (int i = 0; i < data.length; i++) {
      data[i] = Fp16Conversions.fp16ToFloat(halves.get(i));
    }
    return data;
  }

  @Override
  public void close() {
    closeAll(model, weights);
  }
}
