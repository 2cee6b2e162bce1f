package dev.lukis.model.layout;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.MemoryCheck;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.ClipText;
import dev.lukis.model.graph.GraphOptions;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.graph.KlDecoder;
import dev.lukis.model.graph.NetworkGraph;
import dev.lukis.model.graph.TinyDecoder;
import dev.lukis.model.graph.UNet2DCondition;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.lora.MatchedLoras;
import dev.lukis.model.lora.MergedWeights;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.MemoryGraphSource;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.WeightFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * diffusers' own layout: each part has its configuration and its weights as safetensors, from which
 * its graph is made. GPUs compute in half precision, processors in single precision.
 */
final class DiffusersLayout implements ModelLayout {
  private static final List<String> PARTS =
      List.of(TEXT_ENCODER, SECOND_TEXT_ENCODER, DENOISER, DECODER, TINY_DECODER);

  /** What LoRAs may change. */
  private static final List<String> CHANGEABLE =
      List.of(DENOISER, TEXT_ENCODER, SECOND_TEXT_ENCODER);

  /** The folders of parts that have another name here. */
  private static final Map<String, String> FOLDERS =
      Map.of(DECODER, "vae", TINY_DECODER, "tiny_vae");

  /**
   * Memory for each byte of the weights, below which they stay in their files: packing holds many
   * weights twice for a while, and runs need memory too.
   */
  private static final double MEMORY_TO_PACK = 2;

  private final ModelDirectory directory;
  private final ExecutionOptions execution;
  private final HiddenStates states;
  private final NetworkWeights weights;
  private final MatchedLoras loras;

  // Mutable state; shared with the layouts of the same model that have other LoRAs
  private final Map<String, Part> parts;

  /**
   * @param weights of its networks
   * @param states of the text encoders that condition the denoiser
   */
  DiffusersLayout(
      ModelDirectory directory,
      NetworkWeights weights,
      ExecutionOptions execution,
      HiddenStates states) {
    this(directory, weights, execution, states, MatchedLoras.NONE, new ConcurrentHashMap<>());
  }

  private DiffusersLayout(
      ModelDirectory directory,
      NetworkWeights weights,
      ExecutionOptions execution,
      HiddenStates states,
      MatchedLoras loras,
      Map<String, Part> parts) {
    this.directory = directory;
    this.weights = weights;
    this.execution = execution;
    this.states = states;
    this.loras = loras;
    this.parts = parts;
  }

  @Override
  public ModelLayout with(List<LoraSource> sources, LoraFiles files) {
    Map<String, TensorTable> tables = new HashMap<>();
    for (String name : CHANGEABLE) {
      if (!sources.isEmpty() && has(name)) {
        tables.put(name, part(name).table);
      }
    }
    MatchedLoras others = MatchedLoras.read(sources, files, tables);
    return new DiffusersLayout(directory, weights, execution, states, others, parts);
  }

  @Override
  public MatchedLoras loras() {
    return loras;
  }

  @Override
  public List<String> notes() {
    return weights.notes();
  }

  /** A part's weights and its graph. */
  private record Part(TensorTable table, NetworkGraph network, boolean half) {
    long bytes() {
      return network.bytes(half);
    }
  }

  private static String folder(String part) {
    return FOLDERS.getOrDefault(part, part);
  }

  @Override
  public boolean has(String part) {
    return weights.has(folder(part));
  }

  @Override
  public JsonObject config(String part) {
    return directory.requiredJson(folder(part) + "/config.json");
  }

  @Override
  public int spatialFactor() {
    return spatialFactor(config(DECODER));
  }

  /** The pixels for each latent along an axis; where a stage is not written, diffusers' default. */
  static int spatialFactor(JsonObject config) {
    String stages = tiny(config) ? "decoder_block_out_channels" : "block_out_channels";
    int defaultStages = tiny(config) ? 4 : 1;
    int count = config.has(stages) ? config.arrayLength(stages) : defaultStages;
    return 1 << (count - 1);
  }

  private static boolean tiny(JsonObject config) {
    return config.text("_class_name", "").equals("AutoencoderTiny");
  }

  @Override
  public GraphSource graph(String name) {
    Part part = part(name);
    GraphSource own =
        new MemoryGraphSource(
            folder(name),
            part.network.model(),
            part.table.folder(),
            mapped(name),
            part.half ? OnnxType.FLOAT16 : OnnxType.FLOAT,
            Map.of());
    return loras.changes(name)
        ? new MergedGraphSource(own, () -> MergedWeights.of(loras, name, part.network, part.table))
        : own;
  }

  private Part part(String name) {
    Part known = parts.get(name);
    if (known == null) {
      known = read(name);
      parts.put(name, known);
    }
    return known;
  }

  private Part read(String name) {
    JsonObject config = config(name);
    boolean half = half(name, config);
    TensorTable table = weights.table(folder(name), half);
    GraphOptions options = half ? GraphOptions.HALF : GraphOptions.SINGLE;
    return new Part(table, network(name, config, table, options), half);
  }

  private NetworkGraph network(
      String name, JsonObject config, TensorTable table, GraphOptions options) {
    return switch (name) {
      case DENOISER -> UNet2DCondition.graph(config, table, options);
      case DECODER, TINY_DECODER ->
          tiny(config)
              ? TinyDecoder.graph(config, table, options)
              : KlDecoder.graph(config, table, options);
      default -> ClipText.graph(config, table, states, projected(name, table), options);
    };
  }

  private static boolean projected(String name, TensorTable table) {
    return name.equals(SECOND_TEXT_ENCODER) && ClipText.hasProjection(table);
  }

  // Some decoders overflow in half precision; their configuration says so.
  private boolean half(String name, JsonObject config) {
    boolean single = name.equals(DECODER) && config.bool("force_upcast", false);
    return execution.device().onGpu() && !single;
  }

  // A decoder gains more by packing than it costs: its weights are few.
  private boolean mapped(String name) {
    boolean decodes = name.equals(DECODER) || name.equals(TINY_DECODER);
    return !decodes && mapped();
  }

  private boolean mapped() {
    if (execution.device().onGpu()) {
      return false; // the weights are copied to the GPU in any case
    }
    return switch (execution.weights()) {
      case MAPPED -> true;
      case PACKED -> false;
      case AUTO -> {
        double needed = MEMORY_TO_PACK * bytes(PARTS.stream().filter(this::has).toList());
        yield needed > MemoryCheck.available().orElse(Long.MAX_VALUE);
      }
    };
  }

  @Override
  public long bytes(Collection<String> names) {
    return names.stream().map(this::part).mapToLong(Part::bytes).sum();
  }

  @Override
  public boolean skipsLayers() {
    return true;
  }

  @Override
  public String weights() {
    return mapped() ? "mapped" : "packed";
  }

  /** Whether a directory has this layout, or means to. */
  static boolean fits(ModelDirectory directory) {
    return WeightFiles.find(directory, DENOISER, false).isPresent()
        || Stream.of("unet/diffusion_pytorch_model.bin", "vae/config.json")
            .anyMatch(directory::has);
  }
}
