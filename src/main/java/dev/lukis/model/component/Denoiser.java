package dev.lukis.model.component;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The UNet: predicts what is to be removed from noisy latents. Rows of a batch are independent. One
 * thread at a time.
 */
public final class Denoiser implements AutoCloseable {
  public static final String FILE = "unet/model.onnx";
  public static final String SAMPLE = "sample";
  public static final String TIMESTEP = "timestep";
  public static final String ENCODER_HIDDEN_STATES = "encoder_hidden_states";
  static final String TIMESTEP_COND = "timestep_cond";
  public static final String TEXT_EMBEDS = "text_embeds";
  public static final String TIME_IDS = "time_ids";
  public static final String SKETCH = "sketch";
  public static final String STYLE = "style";
  public static final String MOOD = "mood";

  private static final Set<OnnxType> TIMESTEP_TYPES =
      EnumSet.of(OnnxType.FLOAT, OnnxType.FLOAT16, OnnxType.INT32, OnnxType.INT64);

  /** Inputs that some models have, and their axes. */
  private static final Map<String, Integer> AXES =
      Map.of(
          ENCODER_HIDDEN_STATES,
          3,
          TEXT_EMBEDS,
          2,
          TIME_IDS,
          2,
          TIMESTEP_COND,
          2,
          SKETCH,
          4,
          STYLE,
          2,
          MOOD,
          4);

  private final OnnxGraph graph;
  private final List<DenoiserInput> inputs;
  private final boolean mixesTimesteps;

  private Denoiser(OnnxGraph graph, List<DenoiserInput> inputs, boolean mixesTimesteps) {
    this.graph = graph;
    this.inputs = inputs;
    this.mixesTimesteps = mixesTimesteps;
  }

  /**
   * @param required the inputs that the graph has to have
   * @param channels of the latents
   * @param factor pixels for each latent along an axis
   */
  public static Denoiser load(LoadContext parts, Set<String> required, int channels, int factor) {
    OnnxSignature signature = parts.signature(FILE);
    signature.requireInputs(required, Set.of(TIMESTEP_COND));
    check(signature, channels);
    OnnxGraph graph = parts.graph(signature);
    List<DenoiserInput> inputs = new ArrayList<>();
    for (String name : signature.inputs().keySet()) {
      inputs.add(input(signature, name, factor));
    }
    return parts.owned(new Denoiser(graph, List.copyOf(inputs), perRow(signature)));
  }

  private static void check(OnnxSignature signature, int channels) {
    signature.requireInput(SAMPLE, OnnxSignature.FLOATS, 4);
    signature.requireOpen(SAMPLE, 0);
    signature.requireSize(SAMPLE, 1, channels);
    signature.requireInput(TIMESTEP, TIMESTEP_TYPES, signature.input(TIMESTEP).sizes().length);
    if (signature.input(TIMESTEP).sizes().length > 1) {
      signature.requireInput(TIMESTEP, TIMESTEP_TYPES, 1);
    }
    AXES.forEach(
        (input, axes) -> {
          if (signature.hasInput(input)) {
            signature.requireInput(input, OnnxSignature.FLOATS, axes);
          }
        });
    if (signature.hasInput(SKETCH)) {
      signature.requireSize(SKETCH, 1, channels);
    }
    if (signature.hasInput(TIME_IDS)) {
      signature.requireSize(TIME_IDS, 1, 6);
    }
  }

  private static DenoiserInput input(OnnxSignature signature, String name, int factor) {
    InputBuffer input = new InputBuffer(signature, name);
    return switch (name) {
      case SAMPLE -> DenoiserInput.sample(input);
      case ENCODER_HIDDEN_STATES, TEXT_EMBEDS, SKETCH, STYLE, MOOD ->
          DenoiserInput.conditioning(input, name);
      case TIME_IDS -> DenoiserInput.sizes(input, factor);
      case TIMESTEP_COND -> new GuidanceEmbedding(input, guidanceWidth(signature));
      default ->
          perRow(signature)
              ? DenoiserInput.timesteps(input)
              : DenoiserInput.timestep(input, signature.input(TIMESTEP).sizes().length);
    };
  }

  private static int guidanceWidth(OnnxSignature signature) {
    int width = signature.inputSize(TIMESTEP_COND, 1);
    if (width < 4 || width % 2 == 1) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: %s axis 1: %d (expected: an even number, fixed)",
              signature.name(),
              TIMESTEP_COND,
              width));
    }
    return width;
  }

  private static boolean perRow(OnnxSignature signature) {
    return signature.input(TIMESTEP).sizes().length == 1 && signature.inputSize(TIMESTEP, 0) == -1;
  }

  /** Whether rows of one batch may be at different timesteps. */
  public boolean mixesTimesteps() {
    return mixesTimesteps;
  }

  /**
   * Whether it is not asked with and without the prompt: because it is told the guidance scale, or
   * because it paints a sketch, which obeys the prompt without guidance.
   */
  public boolean knowsGuidance() {
    return graph.signature().hasInput(TIMESTEP_COND) || graph.signature().hasInput(SKETCH);
  }

  public OnnxSignature signature() {
    return graph.signature();
  }

  /**
   * @param rows at least one, all of one size
   * @return the model's output, [rows, channels, height/8, width/8]
   * @throws OutOfDeviceMemoryException when so many rows are too many
   */
  public Tensor predict(List<DenoiserRow> rows) {
    InputBuffer[] filled = new InputBuffer[inputs.size()];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = inputs.get(i).fill(rows);
    }
    return graph.run(filled);
  }

  /** Called when the model is closed, which owns this part. */
  @Override
  public void close() {
    graph.close();
  }
}
