package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.dispatch.Dispatcher;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.PreparedLoras;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraReport;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.painting.ImageCache;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.ImagePipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/**
 * Changes the weights of the configured LoRAs while the service paints. The changed graphs are
 * loaded beside the present ones and take their place between two steps; generations that run go on
 * with them. Thread-safe; one change at a time.
 */
public final class LoraSwitching {
  private final List<LoraSource> configured;
  private final LoraFiles files;
  private final List<Device> devices;
  private final ImageCache images;

  private record Device(
      DiffusionModel model, Dispatcher dispatcher, ConditioningCache conditionings) {}

  private LoraSwitching(
      List<LoraSource> configured, LoraFiles files, List<Device> devices, ImageCache images) {
    this.configured = configured;
    this.files = files;
    this.devices = devices;
    this.images = images;
  }

  static LoraSwitching of(
      LukisConfig config,
      ModelFetching fetching,
      List<ImagePipeline> pipelines,
      List<Dispatcher> dispatchers,
      List<ConditioningCache> conditionings,
      ImageCache images) {
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < pipelines.size(); i++) {
      if (pipelines.get(i) instanceof DiffusionPipeline pipeline) {
        devices.add(new Device(pipeline.model(), dispatchers.get(i), conditionings.get(i)));
      }
    }
    return new LoraSwitching(
        LoraSource.parseAll(config.loras().orElse(List.of())),
        fetching.loras(devices.stream().map(each -> each.model.report().device()).toList()),
        devices,
        images);
  }

  /** The LoRAs that may be changed. */
  public List<LoraSource> configured() {
    return configured;
  }

  /** The LoRAs that images are painted with now. */
  public synchronized List<LoraReport> present() {
    return devices.isEmpty() ? List.of() : devices.get(0).model.loras();
  }

  /**
   * Changes weights. Returns when all devices paint with them.
   *
   * @param weights by locations as they are configured; 0 leaves a LoRA out, as does its absence
   * @throws ModelException when a LoRA is not configured, a weight is out of range, or a graph
   *     cannot be loaded; devices that were not changed paint as before
   */
  public synchronized void change(Map<String, Double> weights) {
    List<LoraSource> wanted = wanted(weights);
    for (Device device : devices) {
      PreparedLoras prepared = device.model.prepare(wanted, files);
      take(device, prepared);
    }
  }

  private List<LoraSource> wanted(Map<String, Double> weights) {
    List<String> known = configured.stream().map(LoraSource::location).toList();
    List<LoraSource> wanted = new ArrayList<>();
    weights.forEach(
        (location, weight) -> {
          if (!known.contains(location)) {
            throw new ModelException(
                location + " (expected: a LoRA of lukis.loras: " + String.join(", ", known) + ")");
          }
          LoraSource source = LoraSource.parse(location + "=" + weight);
          if (source.weight() != 0) {
            wanted.add(source);
          }
        });
    return wanted;
  }

  private void take(Device device, PreparedLoras prepared) {
    try (prepared) {
      device
          .dispatcher
          .between(
              () -> {
                device.model.become(prepared);
                device.conditionings.clear();
                images.clear(System.nanoTime());
              })
          .get();
    } catch (ExecutionException | CancellationException e) {
      throw new ModelException("LoRAs: not changed (expected: a running device): " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("LoRAs: interrupted (expected: a change)", e);
    }
    // The old weights lie outside of the heap; an idle heap would keep them for long.
    System.gc();
  }
}
