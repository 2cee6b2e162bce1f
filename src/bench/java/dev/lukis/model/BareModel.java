package dev.lukis.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

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
    try (SessionOptions options = OnnxEngine.options(threads)) {
      this.textEncoder = session(environment, directory, "text_encoder/model.onnx", options);
      this.denoiser = session(environment, directory, "unet/model.onnx", options);
      this.decoder = session(environment, directory, "vae_decoder/model.onnx", options);
    }
    Shape rows = latents.batched(1);
    this.inputIds =
        OnnxTensor.createTensor(
            environment, LongBuffer.wrap(tokens.ids()), new long[] {1, tokens.ids().length});
    this.latents =
        OnnxTensor.createTensor(
            environment,
            direct(SeededNoise.normal(1, SeededNoise.INITIAL, rows).data()),
            rows.toLongArray());
    this.timestep = OnnxTensor.createTensor(environment, direct(1), new long[] {1});
  }

  /**
   * Loads the graphs of a model.
   *
   * @param tokens of the prompt that every run is for
   * @param latents the shape of one image's latents
   */
  public static BareModel load(String location, int threads, Tokens tokens, Shape latents) {
    OnnxEngine.start();
    try (ModelDirectory directory = ModelDirectory.open(location)) {
      return new BareModel(directory, threads, tokens, latents);
    } catch (OrtException | UncheckedIOException e) {
      throw new IllegalStateException("cannot load " + location, e);
    }
  }

  private static OrtSession session(
      OrtEnvironment environment, ModelDirectory directory, String file, SessionOptions options)
      throws OrtException {
    return environment.createSession(directory.required(file).toString(), options);
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
