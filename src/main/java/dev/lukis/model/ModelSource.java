package dev.lukis.model;

import dev.lukis.model.checkpoint.CheckpointKind;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import java.util.List;
import java.util.Optional;

/**
 * What is to be loaded.
 *
 * @param location a directory in diffusers' layout, with safetensors or ONNX graphs; a checkpoint
 *     in one {@code .safetensors} file; or {@code classpath:} and a folder
 * @param kind of the checkpoint; empty where it tells itself
 * @param tinyDecoder directory of an {@code AutoencoderTiny} in diffusers' layout, in place of the
 *     model's own
 * @param loras that are added to the weights
 * @param loraFiles finds their files
 */
public record ModelSource(
    String location,
    Optional<CheckpointKind> kind,
    Optional<String> tinyDecoder,
    List<LoraSource> loras,
    LoraFiles loraFiles) {
  /** A model alone. */
  public static ModelSource of(String location) {
    return new ModelSource(
        location, Optional.empty(), Optional.empty(), List.of(), LoraFiles.LOCAL);
  }

  /** The same with a tiny decoder from elsewhere. */
  public ModelSource withTinyDecoder(Optional<String> directory) {
    return new ModelSource(location, kind, directory, loras, loraFiles);
  }

  /** The same with LoRAs. */
  public ModelSource withLoras(List<LoraSource> others, LoraFiles files) {
    return new ModelSource(location, kind, tinyDecoder, others, files);
  }

  /** The same of a kind that is known. */
  public ModelSource withKind(Optional<CheckpointKind> known) {
    return new ModelSource(location, known, tinyDecoder, loras, loraFiles);
  }
}
