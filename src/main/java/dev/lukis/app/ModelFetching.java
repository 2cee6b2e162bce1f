package dev.lukis.app;

import dev.lukis.model.hub.FetchListener;
import dev.lukis.model.hub.FetchProgress;
import dev.lukis.model.hub.HubSettings;
import dev.lukis.model.hub.ModelLocation;
import dev.lukis.model.hub.ModelParts;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.onnx.Device;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Fetches the configured model and its parts at the start, if they are of the Hub and not in the
 * cache, and knows how far that is. Thread-safe.
 */
@Singleton
public class ModelFetching implements FetchListener {
  private static final Logger LOG = Logger.getLogger(ModelFetching.class.getName());
  private static final int NOT_FETCHING = -1;
  private static final int LOGGED_STEP = 5;
  private static final double MEGABYTE = 1e6;

  // Mutable state; written by the one thread that fetches
  private volatile int percent = NOT_FETCHING;
  private long total = NOT_FETCHING;
  private int logged;

  /**
   * Returns once the model is on this disk.
   *
   * @param location as {@code lukis.model}
   * @return a path, or the location as it is if it is none of the Hub's
   */
  String local(String location, List<Device> devices) {
    return fetching(
        () -> ModelLocation.local(location, devices, HubSettings.ofEnvironment(), this));
  }

  /**
   * Returns once the tiny decoder is on this disk.
   *
   * @param configured as {@code lukis.tiny-decoder}
   * @param model as {@code lukis.model}
   */
  Optional<String> tinyDecoder(Optional<String> configured, String model, List<Device> devices) {
    return fetching(() -> parts(devices).tinyDecoder(configured, model));
  }

  /** Finds the files of LoRAs, and fetches them where they are of the Hub. */
  LoraFiles loras(List<Device> devices) {
    return location -> fetching(() -> parts(devices).file(location));
  }

  private ModelParts parts(List<Device> devices) {
    return new ModelParts(HubSettings.ofEnvironment(), devices, this);
  }

  private <T> T fetching(Supplier<T> fetch) {
    try {
      return fetch.get();
    } finally {
      percent = NOT_FETCHING;
    }
  }

  /** How much of the model has been fetched, while it is being fetched. */
  public OptionalInt percent() {
    int now = percent;
    return now == NOT_FETCHING ? OptionalInt.empty() : OptionalInt.of(now);
  }

  @Override
  public void progress(FetchProgress progress) {
    percent = progress.percent();
    if (progress.total() != total) {
      total = progress.total();
      logged = -LOGGED_STEP;
    }
    if (percent >= logged + LOGGED_STEP) {
      logged = percent - percent % LOGGED_STEP;
      LOG.info(() -> words(progress));
    }
  }

  private static String words(FetchProgress progress) {
    return String.format(
        Locale.ROOT,
        "fetching %s, %d %% of %.0f MB: %s",
        progress.repository(),
        progress.percent(),
        progress.total() / MEGABYTE,
        progress.file());
  }

  @Override
  public void message(String line) {
    LOG.warning(line);
  }
}
