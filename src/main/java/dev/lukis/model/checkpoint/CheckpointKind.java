package dev.lukis.model.checkpoint;

import dev.lukis.model.files.ModelException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kinds of checkpoints; the configuration of each is shipped. */
public enum CheckpointKind {
  SD1("sd1", "Stable Diffusion 1", 768),
  SD2("sd2", "Stable Diffusion 2 that predicts noise", 1024),
  SD2_V("sd2-v", "Stable Diffusion 2 that predicts velocity", 1024),
  SDXL("sdxl", "Stable Diffusion XL", 2048),
  SDXL_V("sdxl-v", "Stable Diffusion XL that predicts velocity", 2048);

  /** Of the setting, where the file is to be looked at. */
  public static final String AUTO = "auto";

  private final String label;
  private final String words;
  private final int contextWidth;

  CheckpointKind(String label, String words, int contextWidth) {
    this.label = label;
    this.words = words;
    this.contextWidth = contextWidth;
  }

  /** As the setting and the folder of its configuration name it. */
  public String label() {
    return label;
  }

  /** In words. */
  public String words() {
    return words;
  }

  int contextWidth() {
    return contextWidth;
  }

  boolean velocity() {
    return this == SD2_V || this == SDXL_V;
  }

  /** The text encoders' beginnings of names, first the first encoder's. */
  List<String> textPrefixes() {
    return contextWidth == SDXL.contextWidth
        ? List.of("conditioner.embedders.0.", "conditioner.embedders.1.")
        : List.of("cond_stage_model.");
  }

  /**
   * @param setting {@code lukis.model-kind}
   * @return empty where the file is to tell
   * @throws ModelException when there is no such kind
   */
  public static Optional<CheckpointKind> parse(String setting) {
    if (setting.equals(AUTO)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(values())
            .filter(kind -> kind.label.equals(setting))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        "lukis.model-kind: " + setting + " (expected: auto, " + labels() + ")")));
  }

  private static String labels() {
    return Stream.of(values()).map(CheckpointKind::label).collect(Collectors.joining(", "));
  }
}
