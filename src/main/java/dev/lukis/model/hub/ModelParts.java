package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.model.hub.selection.Purpose;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.onnx.Device;
import dev.lukis.model.presets.Preset;
import dev.lukis.model.presets.Presets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * Brings the parts that settings name beside a model to this disk: its tiny decoder, and its LoRAs.
 * A part of the cache is used without any request. Blocking; for one thread.
 */
public final class ModelParts implements LoraFiles {
  /** Leaves out the tiny decoder of a preset. */
  public static final String NONE = "none";

  private static final String TINY_DECODER = "lukis.tiny-decoder: ";
  private static final String LORAS = "lukis.loras: ";

  private final HubSettings settings;
  private final FetchListener listener;
  private final Precision precision;

  public ModelParts(HubSettings settings, Collection<Device> devices, FetchListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.precision = ModelLocation.precision(devices);
  }

  /**
   * The directory of a tiny decoder. Where no setting names one, it is that of the model's preset;
   * a model paints without it too, so that a failure is only told.
   *
   * @param configured a directory, a reference to the Hub, {@code none}, or nothing
   * @param model as {@code lukis.model}
   * @throws ModelException when the one that is configured cannot be fetched
   */
  public Optional<String> tinyDecoder(Optional<String> configured, String model) {
    if (configured.isPresent()) {
      return configured.filter(it -> !it.equals(NONE)).map(this::tinyDecoder);
    }
    Optional<String> preset =
        HubReference.parse(model)
            .flatMap(it -> Presets.of(it.repository()))
            .flatMap(Preset::tinyDecoder);
    try {
      return preset.map(this::tinyDecoder);
    } catch (ModelException e) {
      listener.message(
          "drafts and previews are made without the tiny decoder of the model's preset: "
              + e.getMessage());
      return Optional.empty();
    }
  }

  private String tinyDecoder(String location) {
    Optional<HubReference> reference = HubReference.parse(location);
    if (reference.isEmpty()) {
      return location;
    }
    if (reference.get().file().isPresent()) {
      throw new ModelException(
          TINY_DECODER + location + " (expected: org/name[@revision], or a directory)");
    }
    return fetched(TINY_DECODER, Purpose.TINY_DECODER, reference.get()).toString();
  }

  @Override
  public Path file(String location) {
    // What looks like a file is meant as one, also where a repository could have that name.
    Optional<HubReference> reference =
        HubReference.parse(location)
            .filter(it -> it.file().isPresent() || !location.endsWith(".safetensors"));
    return reference.isPresent()
        ? fetched(LORAS, Purpose.LORA, reference.get())
        : LoraFiles.LOCAL.file(location);
  }

  private Path fetched(String setting, Purpose purpose, HubReference reference) {
    try {
      return new ModelDownloads(settings, listener).locate(purpose, reference, precision);
    } catch (ModelException e) {
      throw new ModelException(setting + e.getMessage(), e);
    }
  }
}
