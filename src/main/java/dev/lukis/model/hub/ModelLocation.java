package dev.lukis.model.hub;

import dev.lukis.model.hub.selection.Precision;
import dev.lukis.model.onnx.Device;
import java.util.Collection;

/** The location of a model, as {@code lukis.model} has it. Stateless. */
public final class ModelLocation {
  private ModelLocation() {}

  /**
   * Brings a model of the Hub to this disk, if the location names one.
   *
   * @param location a directory, {@code classpath:} and a folder, or a reference to the Hub
   * @return a path of this disk, or the location as it is
   * @throws dev.lukis.model.files.ModelException when the model cannot be fetched
   */
  public static String local(
      String location, Collection<Device> devices, HubSettings settings, FetchListener listener) {
    return HubReference.parse(location)
        .map(
            reference ->
                new ModelDownloads(settings, listener)
                    .locate(reference, precision(devices))
                    .toString())
        .orElse(location);
  }

  /** The precision that is fetched for devices: half if all of them compute in it. */
  public static Precision precision(Collection<Device> devices) {
    return devices.stream().allMatch(Device::onGpu) ? Precision.HALF : Precision.SINGLE;
  }
}
