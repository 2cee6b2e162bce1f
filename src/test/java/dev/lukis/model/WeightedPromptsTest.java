package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.model.component.TextEmbeddings;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.tokenizer.ClipFiles;
import dev.lukis.model.tokenizer.Tokenizer;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weights, breaks, long and negative prompts against an implementation in Python, with CLIP's own
 * tokens and a small random text encoder: {@code src/fixtures/prompts.py} made both.
 */
class WeightedPromptsTest {
  private static final Path PROMPTS = Path.of("src/test/resources/prompts");
  private static final Path GUIDED = Path.of("src/test/resources/families/sd-guided");

  @TempDir static Path temporary;

  /** By the padding of the tokenizer. */
  private static final Map<Integer, DiffusionModel> MODELS = new HashMap<>();

  /** One prompt and its negative prompt. */
  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.get("prompt").asText() + " / " + json.get("negative").asText();
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    new ObjectMapper()
        .readTree(PROMPTS.resolve("expected.json").toFile())
        .forEach(json -> cases.add(new Case(json)));
    return cases;
  }

  @AfterAll
  static void close() {
    MODELS.values().forEach(DiffusionModel::close);
    MODELS.clear();
  }

  private static Path directory(int padding) {
    Path directory = temporary.resolve("model-" + padding);
    if (!Files.exists(directory)) {
      copy(GUIDED, directory);
      copy(PROMPTS.resolve("tokenizer-" + padding), directory.resolve("tokenizer"));
      copy(PROMPTS.resolve("text_encoder"), directory.resolve("text_encoder"));
    }
    return directory;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DiffusionModel model(int padding) {
    return MODELS.computeIfAbsent(padding, it -> DiffusionModel.load(directory(it).toString(), 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tokensAndWeightsAreThoseOfTheReference(Case golden) {
    ModelDirectory directory =
        ModelDirectory.open(directory(golden.json.get("padding").asInt()).toString());
    Tokenizer tokenizer = ClipFiles.load(directory, "tokenizer", 77);
    List<Tokens> chunks = tokenizer.chunks(golden.json.get("prompt").asText(), 8);
    assertThat(chunks).hasSameSizeAs(golden.json.get("ids"));
    for (int i = 0; i < chunks.size(); i++) {
      JsonNode weights = golden.json.get("weights").get(i);
      for (int token = 0; token < 77; token++) {
        assertThat(chunks.get(i).ids()[token])
            .as("chunk %d, token %d", i, token)
            .isEqualTo(golden.json.get("ids").get(i).get(token).asLong());
        float[] own = chunks.get(i).weights();
        assertThat(own.length == 0 ? 1 : own[token])
            .isCloseTo((float) weights.get(token).asDouble(), within(1e-6f));
      }
    }
  }

  private static DiffusionModel skipping(String encoder, int clipSkip) {
    Path directory = temporary.resolve(encoder);
    copy(GUIDED, directory);
    copy(PROMPTS.resolve("tokenizer-49407"), directory.resolve("tokenizer"));
    copy(PROMPTS.resolve(encoder), directory.resolve("text_encoder"));
    return DiffusionModel.load(
        ModelSource.of(directory.toString())
            .withSettings(new ModelSettings(Optional.empty(), OptionalInt.of(clipSkip))),
        ExecutionOptions.cpu(1));
  }

  @Test
  void clipSkipTakesAnEarlierLayerWithTheNormOfTheLast() throws IOException {
    JsonNode golden = new ObjectMapper().readTree(PROMPTS.resolve("skipped.json").toFile());
    JsonNode expected = golden.get("states");
    try (DiffusionModel model = skipping("text_encoder_states", 2)) {
      float[] states =
          hiddenStates(
                  model
                      .promptEncoder()
                      .encode(golden.get("prompt").asText(), Optional.empty())
                      .get(0))
              .data();
      for (int i = 0; i < expected.size(); i++) {
        float value = (float) expected.get(i).asDouble();
        assertThat(states[i]).isCloseTo(value, within(1e-4f * Math.max(1, Math.abs(value))));
      }
    }
  }

  @Test
  void clipSkipIsRefusedWhereTheGraphDoesNotHaveTheLayer() {
    assertThatThrownBy(() -> skipping("text_encoder", 2))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("text_encoder/model.onnx: clip skip: 2 (expected: 1:");
    assertThatThrownBy(() -> skipping("text_encoder_states", 3))
        .hasMessageStartingWith("text_encoder/model.onnx: clip skip: 3 (expected: 1:");
  }

  @Test
  void theEmbeddedModelHasNoLayersToSkip() {
    assertThatThrownBy(
            () ->
                DiffusionModel.load(
                    ModelSource.of("classpath:models/lukis-mini")
                        .withSettings(new ModelSettings(Optional.empty(), OptionalInt.of(2))),
                    ExecutionOptions.cpu(1)))
        .hasMessage("clip skip: 2 (expected: 1 for this model)");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hiddenStatesAreThoseOfTheReference(Case golden) {
    List<PromptEmbeddings> encoded =
        model(golden.json.get("padding").asInt())
            .promptEncoder()
            .encode(
                golden.json.get("prompt").asText(),
                Optional.of(golden.json.get("negative").asText()));
    for (int i = 0; i < 2; i++) {
      JsonNode expected = golden.json.get("states").get(i);
      float[] states = hiddenStates(encoded.get(i)).data();
      assertThat(encoded.get(i).tokens()).isEqualTo(77 * golden.json.get("count").asInt());
      for (int j = 0; j < expected.size(); j++) {
        float value = (float) expected.get(j).asDouble();
        assertThat(states[j * golden.json.get("stride").asInt()])
            .isCloseTo(value, within(1e-4f * Math.max(1, Math.abs(value))));
      }
    }
  }

  private static Tensor hiddenStates(PromptEmbeddings prompt) {
    return ((TextEmbeddings) prompt).hiddenStates();
  }
}
