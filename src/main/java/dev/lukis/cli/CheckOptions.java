package dev.lukis.cli;

import dev.lukis.model.checkpoint.CheckpointKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
 * @param tinyDecoder as {@code lukis.tiny-decoder}
 * @param clipSkip as {@code lukis.clip-skip}
 * @param json whether one JSON document is printed
 */
record CheckOptions(
    String directory,
    String device,
    int threads,
    Optional<String> sampler,
    Optional<Path> out,
    String kind,
    List<String> loras,
    Optional<String> tinyDecoder,
    OptionalInt clipSkip,
    boolean json) {
  static final String USAGE =
      "check DIRECTORY|FILE|ORG/NAME [--kind auto|sd1|sd2|sd2-v|sdxl|sdxl-v]"
          + " [--lora FILE|ORG/NAME[:FILE][=WEIGHT]]... [--tiny-decoder DIRECTORY|ORG/NAME|none]"
          + " [--clip-skip N] [--device auto|cpu|cuda:N] [--threads N] [--sampler NAME]"
          + " [--out IMAGE.png] [--json]";

  private static final String JSON = "--json";
  private static final int MOST_THREADS = 9999;
  private static final int MOST_SKIPPED = 12;

  /**
   * @throws IllegalArgumentException with the usage when the arguments are not understood
   */
  static CheckOptions parse(List<String> arguments) {
    List<String> pairs = new ArrayList<>(arguments);
    boolean json = pairs.removeIf(JSON::equals);
    if (pairs.size() % 2 == 0 || pairs.get(0).startsWith("--")) {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
    String device = "auto";
    int threads = Runtime.getRuntime().availableProcessors();
    Optional<String> sampler = Optional.empty();
    Optional<Path> out = Optional.empty();
    String kind = CheckpointKind.AUTO;
    List<String> loras = new ArrayList<>();
    Optional<String> tinyDecoder = Optional.empty();
    OptionalInt clipSkip = OptionalInt.empty();
    for (int i = 1; i < pairs.size(); i += 2) {
      String value = pairs.get(i + 1);
      switch (pairs.get(i)) {
        case "--device" -> device = value;
        case "--threads" -> threads = number("--threads", value, MOST_THREADS);
        case "--sampler" -> sampler = Optional.of(value);
        case "--out" -> out = Optional.of(Path.of(value));
        case "--kind" -> kind = value;
        case "--lora" -> loras.add(value);
        case "--tiny-decoder" -> tinyDecoder = Optional.of(value);
        case "--clip-skip" -> clipSkip = OptionalInt.of(number("--clip-skip", value, MOST_SKIPPED));
        default -> throw new IllegalArgumentException("usage: " + USAGE);
      }
    }
    return new CheckOptions(
        pairs.get(0),
        device,
        threads,
        sampler,
        out,
        kind,
        List.copyOf(loras),
        tinyDecoder,
        clipSkip,
        json);
  }

  private static int number(String option, String value, int most) {
    if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(option + ": " + value + " (expected: 1.." + most + ")");
    }
    return Integer.parseInt(value);
  }
}
