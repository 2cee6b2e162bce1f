package dev.lukis.cli;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.HubReference;
import dev.lukis.model.hub.HubSettings;
import dev.lukis.model.hub.ModelDownloads;
import dev.lukis.model.hub.ModelLocation;
import dev.lukis.model.hub.selection.FileSelection;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.onnx.Devices;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The command {@code pull}: fetches a model, a tiny decoder or a LoRA of the Hub into the cache,
 * and prints where it is and how it is used. What is there already is not fetched again; an
 * interrupted download goes on.
 */
public final class PullCommand {
  static final String USAGE = "pull ORG/NAME[@REVISION][:FILE] [--precision auto|single|half]";

  private PullCommand() {}

  /**
   * @param arguments of the command
   * @param environment variables of this process
   * @param terminal whether {@code out} is one, so that a bar can be drawn
   * @param out progress and the place of the model
   * @param err one line, when it cannot be fetched
   * @return the exit code: 0, 1 when it cannot be fetched, 2 when the arguments are wrong
   */
  public static int run(
      List<String> arguments,
      Map<String, String> environment,
      boolean terminal,
      PrintStream out,
      PrintStream err) {
    try {
      HubReference reference = reference(arguments);
      Precision precision = precision(arguments);
      ProgressPrinter printer = new ProgressPrinter(out, terminal, System::nanoTime);
      HubSettings settings = HubSettings.of(environment);
      out.println("fetching " + reference + " from " + settings.endpoint());
      Path place = new ModelDownloads(settings, printer).fetch(reference, precision);
      printer.end();
      out.println("complete: " + place);
      out.println("start with -D" + setting(reference, place));
      return 0;
    } catch (ModelException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  // What was fetched may be a part of a model.
  private static String setting(HubReference reference, Path place) {
    if (Files.isDirectory(place)) {
      boolean whole = Files.exists(place.resolve(FileSelection.INDEX));
      return (whole ? "lukis.model=" : "lukis.tiny-decoder=") + reference;
    }
    return LoraFiles.isLora(place) ? "lukis.loras=" + reference + "=1" : "lukis.model=" + reference;
  }

  private static HubReference reference(List<String> arguments) {
    boolean possible = arguments.size() == 1 || arguments.size() == 3;
    if (!possible || arguments.get(0).startsWith("--")) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    return HubReference.parse(arguments.get(0))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    arguments.get(0)
                        + " (expected: org/name[@revision][:file], and no file or"
                        + " directory of that name)"));
  }

  private static Precision precision(List<String> arguments) {
    if (arguments.size() == 1) {
      return ofDevice();
    }
    if (!arguments.get(1).equals("--precision")) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    return switch (arguments.get(2).toLowerCase(Locale.ROOT)) {
      case "auto" -> ofDevice();
      case "single" -> Precision.SINGLE;
      case "half" -> Precision.HALF;
      default -> throw new IllegalArgumentException("usage: " + USAGE);
    };
  }

  private static Precision ofDevice() {
    return ModelLocation.precision(Devices.of("auto"));
  }
}
