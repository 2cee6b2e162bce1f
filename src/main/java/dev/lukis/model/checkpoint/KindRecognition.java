package dev.lukis.model.checkpoint;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.SafetensorsFile;
import dev.lukis.model.weights.StoredTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the kind of a checkpoint: by the width of its cross attention, and what it predicts by its
 * notes, since the weights do not tell that. One file each.
 */
final class KindRecognition {
  static final String UNET = "model.diffusion_model.";

  private static final Pattern VELOCITY =
      Pattern.compile("^\\s*parameterization:\\s*[\"']?v[\"']?\\s*$", Pattern.MULTILINE);

  private static final long LARGEST_NOTES = 1 << 20;

  private final String name;
  private final Path path;
  private final SafetensorsFile file;
  private final Map<String, StoredTensor> tensors;

  private KindRecognition(String name, Path path, SafetensorsFile file) {
    this.name = name;
    this.path = path;
    this.file = file;
    this.tensors =
        file.tensors().stream().collect(Collectors.toMap(StoredTensor::name, Function.identity()));
  }

  /**
   * @param asked by the setting
   * @throws ModelException when the file is of no supported kind, of another than was asked for, or
   *     does not tell
   */
  static CheckpointKind of(
      String name, Path path, SafetensorsFile file, Optional<CheckpointKind> asked) {
    return new KindRecognition(name, path, file).kind(asked);
  }

  private CheckpointKind kind(Optional<CheckpointKind> asked) {
    OtherFile.refuse(name, tensors.keySet());
    requireTextToPicture();
    int width = contextWidth();
    if (asked.isPresent()) {
      if (asked.get().contextWidth() != width) {
        throw new ModelException(
            "lukis.model-kind: "
                + asked.get().label()
                + " (expected: "
                + of(width).map(CheckpointKind::label).collect(Collectors.joining(" or "))
                + ", as the weights of "
                + name
                + " have it)");
      }
      return asked.get();
    }
    List<CheckpointKind> possible = of(width).toList();
    return possible.size() == 1 ? possible.get(0) : byPrediction(possible);
  }

  private void requireTextToPicture() {
    StoredTensor first = tensors.get(UNET + "input_blocks.0.0.weight");
    if (first == null || first.sizes().size() != 4) {
      throw OtherFile.noCheckpoint(name, tensors.keySet());
    }
    String edits =
        switch (first.size(1)) {
          case 4 -> "";
          case 5 -> "a model that keeps depth";
          case 8 -> "a model that edits pictures as told (instruct-pix2pix)";
          case 9 -> "an inpainting model";
          default -> "a model of " + first.size(1) + " channels";
        };
    if (!edits.isEmpty()) {
      throw new ModelException(
          name + ": " + edits + " (expected: a model that paints from text alone)");
    }
  }

  private int contextWidth() {
    int width =
        tensors.values().stream()
            .filter(it -> it.name().startsWith(UNET) && it.name().endsWith("attn2.to_k.weight"))
            .filter(it -> it.sizes().size() == 2)
            .mapToInt(it -> it.size(1))
            .max()
            .orElse(0);
    if (of(width).findAny().isEmpty()) {
      throw new ModelException(
          name
              + ": cross attention of width "
              + width
              + " (expected: 768, 1024 or 2048, as Stable Diffusion 1, 2 or XL)");
    }
    return width;
  }

  private static Stream<CheckpointKind> of(int width) {
    return Stream.of(CheckpointKind.values()).filter(kind -> kind.contextWidth() == width);
  }

  private CheckpointKind byPrediction(List<CheckpointKind> possible) {
    Optional<Boolean> noted = velocity();
    if (noted.isEmpty() && possible.contains(CheckpointKind.SD2)) {
      throw new ModelException(
          name
              + ": Stable Diffusion 2, which does not tell what it predicts (expected:"
              + " lukis.model-kind=sd2 for noise, as 2-base and SD-Turbo, or sd2-v for velocity, as"
              + " 2 and 2.1 at 768 pixels)");
    }
    boolean velocity = noted.orElse(false);
    return possible.stream().filter(kind -> kind.velocity() == velocity).findFirst().orElseThrow();
  }

  /** Whether velocity is predicted, where the file or the notes beside it tell. */
  private Optional<Boolean> velocity() {
    if (tensors.containsKey("v_pred")) {
      return Optional.of(true);
    }
    String noted = file.metadata().getOrDefault("modelspec.prediction_type", "");
    if (!noted.isBlank()) {
      return Optional.of(noted.startsWith("v"));
    }
    return yaml().map(text -> VELOCITY.matcher(text).find());
  }

  // A file of the same name that its authors often put beside it.
  private Optional<String> yaml() {
    String own = "" + path.getFileName();
    Path beside = path.resolveSibling(own.replaceFirst("\\.[^.]*$", "") + ".yaml");
    try {
      return Files.isRegularFile(beside) && Files.size(beside) <= LARGEST_NOTES
          ? Optional.of(new String(Files.readAllBytes(beside), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new ModelException(
          beside.getFileName() + ": cannot be read (expected: notes on the checkpoint)", e);
    }
  }
}
