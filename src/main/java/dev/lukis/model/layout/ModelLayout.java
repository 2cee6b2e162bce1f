package dev.lukis.model.layout;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.lora.MatchedLoras;
import dev.lukis.model.onnx.GraphSource;
import java.util.Collection;
import java.util.List;

/**
 * Where the graphs and configurations of a model's parts come from. Parts have one name in every
 * layout. One thread at a time; layouts of one model that differ in their LoRAs may be used by
 * different threads.
 */
public interface ModelLayout {
  String DENOISER = "unet";
  String DECODER = "vae_decoder";
  String ENCODER = "vae_encoder";
  String TINY_DECODER = "tiny_vae_decoder";
  String TEXT_ENCODER = "text_encoder";
  String SECOND_TEXT_ENCODER = "text_encoder_2";

  /** Whether the model has the part. */
  boolean has(String part);

  /**
   * The part's {@code config.json}.
   *
   * @throws ModelException when the part needs one and has none
   */
  JsonObject config(String part);

  /**
   * The part's graph; weights are not read.
   *
   * @throws ModelException when there is none, or its files are not as expected
   */
  GraphSource graph(String part);

  /** How many pixels a latent has along an axis. */
  int spatialFactor();

  /** How much memory the weights of parts take at least, each file counted once. */
  long bytes(Collection<String> parts);

  /**
   * Whether text encoders already leave out the layers that were asked for; else their outputs are
   * chosen among those that the graph has.
   */
  boolean skipsLayers();

  /** How weights are held, in words. */
  String weights();

  /**
   * The same model with other LoRAs. Only their headers are read.
   *
   * @throws ModelException when a LoRA cannot be used with the model
   */
  ModelLayout with(List<LoraSource> sources, LoraFiles files);

  /** The LoRAs that are added to the weights. */
  default MatchedLoras loras() {
    return MatchedLoras.NONE;
  }

  /** What a user should know of the model's files, in words. */
  default List<String> notes() {
    return List.of();
  }
}
