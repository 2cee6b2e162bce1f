package dev.lukis.model.presets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.hub.HubReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {
  private static final Path FAMILIES = Path.of("src/test/resources/families");

  @TempDir Path cache;

  // Of a repository, as the cache has it, but with a tiny model in it.
  private DiffusionModel load(String repository, String family) throws IOException {
    Path snapshot =
        cache
            .resolve("models--" + repository.replace("/", "--"))
            .resolve("snapshots")
            .resolve("a".repeat(40));
    Path source = FAMILIES.resolve(family);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = snapshot.resolve(source.relativize(file).toString());
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(file, target);
      }
    }
    return DiffusionModel.load(snapshot.toString(), 1);
  }

  @Test
  void aRepositoryInTheCacheGetsItsPreset() throws IOException {
    try (DiffusionModel model = load("Lykon/dreamshaper-8", "sd-guided")) {
      assertThat(model.card().name()).isEqualTo("dreamshaper-8");
      assertThat(model.card().draft().steps()).isEqualTo(8);
      assertThat(model.card().draft().guidanceScale()).isEqualTo(7);
      assertThat(model.card().settle().steps()).isEqualTo(20);
      assertThat(model.card().width()).isEqualTo(512);
      assertThat(model.report().scheduler()).isEqualTo("DPMSolverMultistepScheduler");
    }
  }

  @Test
  void whatIsSaidInTheDirectoryHoldsBeforeThePreset() throws IOException {
    Path file =
        cache.resolve("models--stabilityai--sd-turbo/snapshots/" + "a".repeat(40) + "/lukis.json");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "{\"name\": \"mine\", \"draft\": {\"steps\": 3}}");
    try (DiffusionModel model = load("stabilityai/sd-turbo", "sd-turbo")) {
      assertThat(model.card().name()).isEqualTo("mine");
      assertThat(model.card().draft().steps()).isEqualTo(3);
      assertThat(model.card().settle().steps()).isEqualTo(4);
      assertThat(model.report().scheduler()).isEqualTo("EulerDiscreteScheduler");
    }
  }

  @Test
  void aRepositoryWithoutAPresetIsLoadedAsItSays() throws IOException {
    try (DiffusionModel model = load("makers/unknown", "sd-guided")) {
      assertThat(model.card().name()).isEqualTo("unknown");
      assertThat(model.report().scheduler()).isEqualTo("DDIMScheduler");
    }
  }

  @Test
  void thereAreTwentyAndEachIsARepositoryThatIsFoundInAnyCase() {
    assertThat(Presets.all()).hasSize(20);
    for (Preset preset : Presets.all()) {
      assertThat(HubReference.parse(preset.repository())).as(preset.repository()).isPresent();
      assertThat(Presets.of(preset.repository().toUpperCase(java.util.Locale.ROOT)))
          .contains(preset);
      preset.tinyDecoder().ifPresent(it -> assertThat(HubReference.parse(it)).isPresent());
      assertThat(preset.size() % 64).isZero();
      assertThat(preset.plans().draft().steps())
          .isLessThanOrEqualTo(preset.plans().settle().steps());
    }
  }

  @Test
  void theTableInTheDocumentationIsTheFile() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs/models.md")).stream()
            .filter(line -> line.matches("\\| `[^`/]+/[^`]+` \\| \\d+ \\|.*"))
            .toList();
    List<String> rows = new ArrayList<>();
    for (JsonNode each : json().path("presets")) {
      rows.add(row(each));
    }
    assertThat(documented).isEqualTo(rows).hasSize(20);
  }

  private static JsonNode json() {
    try {
      return new ObjectMapper()
          .readTree(Path.of("src/main/resources/models/presets.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(JsonNode preset) {
    String decoder = preset.path("tiny_decoder").asText();
    String sampler =
        Optional.of(preset.path("scheduler").path("_class_name").asText())
            .filter(name -> !name.isEmpty())
            .map(name -> "`" + name + "`, Karras")
            .orElse("its own");
    return "| "
        + String.join(
            " | ",
            "`" + preset.path("repository").asText() + "`",
            preset.path("draft").path("steps").asText(),
            preset.path("settle").path("steps").asText(),
            preset.path("draft").path("guidance_scale").asText(),
            sampler,
            preset.path("size").asText(),
            decoder.isEmpty() ? "-" : "`" + decoder + "`",
            preset.path("licence").asText(),
            preset.path("remark").asText())
        + " |";
  }
}
