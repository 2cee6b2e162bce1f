package dev.lukis.cli;

import dev.lukis.model.checkpoint.CheckpointKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command was told.
 *
 * @param directory of the model, its file, or a reference to the Hub
 * @param device as {@code lukis.device}
 * @param threads how many processor threads share one operator
 * @param sampler as {@code lukis.sampler}
 * @param out where the image is written, as PNG
 * @param kind of a checkpoint, as {@code lukis.model-kind}
 * @param loras as {@code lukis.loras}
 */
record CheckOptions(
    String directory,
    String device,
    int threads,
    Optional<String> sampler,
    Optional<Path> out,
    String kind,
    List<String> loras) {
  static final String USAGE =
      "check DIRECTORY|FILE|ORG/NAME [--kind auto|sd1|sd2|sd2-v|sdxl|sdxl-v] "
          + "[--lora FILE=WEIGHT]... [--device auto|cpu|cuda:N] [--threads N] [--sampler NAME] [--out IMAGE.png]";

  /**
   * @throws IllegalArgumentException with the usage when the arguments are not understood
   */
  static CheckOptions parse(List<String> arguments) {
    if (arguments.isEmpty() || arguments.size() % 2 == 0 || arguments.get(0).startsWith("--")) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    String device = "auto";
    int threads = Runtime.getRuntime().availableProcessors();
    Optional<String> sampler = Optional.empty();
    Optional<Path> out = Optional.empty();
    String kind = CheckpointKind.AUTO;
    List<String> loras = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i += 2) {
      String value = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case "--device" -> device = value;
        case "--threads" -> threads = threads(value);
        case "--sampler" -> sampler = Optional.of(value);
        case "--out" -> out = Optional.of(Path.of(value));
        case "--kind" -> kind = value;
        case "--lora" -> loras.add(value);
        default -> throw new IllegalArgumentException("usage: " + USAGE);
      }
    }
    return new CheckOptions(
        arguments.get(0), device, threads, sampler, out, kind, List.copyOf(loras));
  }

  private static int threads(String value) {
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("--threads: " + value + " (expected: 1..9999)");
    }
    return Integer.parseInt(value);
  }
}
