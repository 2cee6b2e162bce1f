package dev.lukis.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import dev.lukis.model.component.SinglePromptEncoder;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.Layouts;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxEngine;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A model's graphs called through ONNX Runtime and nothing else, with the session options that the
 * service uses: the least that an image can cost. Inputs are made once; outputs are not copied.
 * Owns its native memory, which {@link #close()} frees.
 */
public final class BareModel implements AutoCloseable {
  private final OrtSession textEncoder;
  private final OrtSession denoiser;
  private final OrtSession decoder;
  private final OnnxTensor inputIds;
  private final OnnxTensor latents;
  private final OnnxTensor timestep;

  private BareModel(ModelDirectory directory, int threads, Tokens tokens, Shape latents)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    ExecutionOptions execution = ExecutionOptions.cpu(threads);
    ModelLayout layout =
        Layouts.of(directory, Optional.empty(), Optional.empty(), execution, HiddenStates.LAST);
    this.textEncoder = session(environment, layout.graph(ModelLayout.TEXT_ENCODER), execution);
    this.denoiser = session(environment, layout.graph(ModelLayout.DENOISER), execution);
    this.decoder = session(environment, layout.graph(ModelLayout.DECODER), execution);
    Shape rows = latents.batched(1);
    this.inputIds = whole(environment, textEncoder, "input_ids", tokens.ids());
    this.latents =
        OnnxTensor.createTensor(
            environment,
            direct(SeededNoise.normal(1, SeededNoise.INITIAL, rows).data()),
            rows.toLongArray());
    this.timestep =
        type(denoiser, "timestep").type == OnnxJavaType.FLOAT
            ? OnnxTensor.createTensor(environment, direct(1), new long[] {1})
            : whole(environment, denoiser, "timestep", 999);
  }

  /**
   * Loads the graphs of a model with one text encoder and single precision.
   *
   * @param model the same, for its tokenizer and sizes
   * @param prompt that every run is for
   */
  public static BareModel load(String location, int threads, DiffusionModel model, String prompt) {
    OnnxEngine.start();
    Tokens tokens = ((SinglePromptEncoder) model.promptEncoder()).tokenizer().encode(prompt);
    Shape latents = model.latentShape(model.card().width(), model.card().height());
    try (ModelDirectory directory = ModelDirectory.open(location)) {
      return new BareModel(directory, threads, tokens, latents);
    } catch (OrtException | UncheckedIOException e) {
      throw new IllegalStateException("cannot load " + location, e);
    }
  }

  private static TensorInfo type(OrtSession session, String input) throws OrtException {
    return (TensorInfo) session.getInputInfo().get(input).getInfo();
  }

  /** A row of whole numbers in the graph's type, without axes where it wants none. */
  private static OnnxTensor whole(
      OrtEnvironment environment, OrtSession session, String input, long... values)
      throws OrtException {
    TensorInfo info = type(session, input);
    long[] row = info.getShape().length == 1 ? new long[] {1} : new long[] {1, values.length};
    long[] shape = info.getShape().length == 0 ? new long[0] : row;
    if (info.type == OnnxJavaType.INT64) {
      return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }
    int[] narrow = Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    return OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), shape);
  }

  private static OrtSession session(
      OrtEnvironment environment, GraphSource source, ExecutionOptions execution)
      throws OrtException {
    try (SessionOptions options = OnnxEngine.options(execution, source)) {
      if (source.file().isPresent()) {
        return environment.createSession(source.file().get().toString(), options);
      }
      try (InputStream in = source.open()) {
        return environment.createSession(in.readAllBytes(), options);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FloatBuffer direct(float... values) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(Float.BYTES * values.length)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return buffer.put(values).flip();
  }

  /** The calls for one image: the text encoder, so many steps, the decoder. */
  public void run(int steps) {
    try (OrtSession.Result states = textEncoder.run(Map.of("input_ids", inputIds))) {
      OnnxTensor hiddenStates = (OnnxTensor) states.get(0);
      for (int i = 0; i < steps; i++) {
        denoiser
            .run(
                Map.of(
                    "sample", latents, "timestep", timestep, "encoder_hidden_states", hiddenStates))
            .close();
      }
      decoder.run(Map.of("latent_sample", latents)).close();
    } catch (OrtException e) {
      throw new IllegalStateException("a graph failed", e);
    }
  }

  @Override
  public void close() {
    try {
      inputIds.close();
      latents.close();
      timestep.close();
      textEncoder.close();
      denoiser.close();
      decoder.close();
    } catch (OrtException e) {
      throw new IllegalStateException("native memory could not be freed", e);
    }
  }
}
