package dev.lukis.model.onnx;

import dev.lukis.model.files.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code lukis.device}: {@code auto}, {@code cpu}, or {@code cuda:N[,cuda:M]}. Stateless. */
public final class Devices {
  private static final Logger LOG = Logger.getLogger(Devices.class.getName());
  private static final String EXPECTED = "auto, cpu, or cuda:N[,cuda:M]";
  private static final Pattern CUDA = Pattern.compile("cuda:([0-9]{1,3})");

  private Devices() {}

  /**
   * @return at least one device, each once
   * @throws ModelException when the setting is not understood, or a named GPU cannot be used
   */
  public static List<Device> of(String setting) {
    return of(setting, OnnxEngine::unusable);
  }

  /**
   * @param unusable why a GPU cannot be used; empty when it can
   */
  public static List<Device> of(String setting, Function<Device, String> unusable) {
    return switch (setting.strip()) {
      case "auto" -> List.of(automatic(unusable));
      case "cpu" -> List.of(Device.CPU);
      default -> named(setting, unusable);
    };
  }

  private static Device automatic(Function<Device, String> unusable) {
    String reason = unusable.apply(Device.cuda(0));
    if (reason.isEmpty()) {
      return Device.cuda(0);
    }
    LOG.info("no GPU can be used, so the processor paints (" + reason + ")");
    return Device.CPU;
  }

  private static List<Device> named(String setting, Function<Device, String> unusable) {
    List<Device> devices = new ArrayList<>();
    for (String name : setting.split(",", -1)) {
      Matcher matcher = CUDA.matcher(name.strip());
      if (!matcher.matches()) {
        throw new ModelException("lukis.device: " + setting + " (expected: " + EXPECTED + ")");
      }
      Device device = Device.cuda(Integer.parseInt(matcher.group(1)));
      String reason = unusable.apply(device);
      if (!reason.isEmpty()) {
        throw new ModelException(
            "lukis.device: " + device + " (expected: a usable GPU, or auto): " + reason);
      }
      if (devices.contains(device)) {
        throw new ModelException(
            "lukis.device: " + setting + " (expected: each device once): " + device);
      }
      devices.add(device);
    }
    return List.copyOf(devices);
  }
}
