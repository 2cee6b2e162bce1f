package dev.lukis.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.onnx.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Hugging Face's tokenizer with the same vocabulary, and against a third one in Python. */
class ClipTokenizerTest {
  private static final Path FAMILIES = Path.of("src/test/resources/families");
  private static final Path JSON = FAMILIES.resolve("clip-tokenizer.json");
  private static final int LENGTH = 77;

  @TempDir Path temporary;

  private static ClipTokenizer plain() {
    ModelDirectory directory = ModelDirectory.open(FAMILIES.resolve("sd-turbo").toString());
    return ClipFiles.load(directory, "tokenizer", LENGTH);
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "100, 77", "1000000000000000019884624838656, 77"})
  void aPromptIsPaddedToWhatTokenizerAndEncoderBothTake(String longest, int length)
      throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("tokenizer"));
    for (String file : List.of("vocab.json", "merges.txt")) {
      Files.copy(FAMILIES.resolve("sd-turbo/tokenizer").resolve(file), folder.resolve(file));
    }
    Files.writeString(
        folder.resolve("tokenizer_config.json"), "{\"model_max_length\": " + longest + "}");
    ClipTokenizer tokenizer =
        ClipFiles.load(ModelDirectory.open(temporary.toString()), "tokenizer", LENGTH);
    assertThat(tokenizer.encode("a red boat").ids()).hasSize(length);
  }

  /** The ids between start and end, without padding. */
  private static long[] ids(ClipTokenizer tokenizer, String text) {
    long[] ids = tokenizer.encode(text).ids();
    long end = tokenizer.encode("").ids()[1];
    int last = 1;
    while (ids[last] != end) {
      last++;
    }
    return Arrays.copyOf(ids, last + 1);
  }

  private static void assertAlike(HuggingFaceTokenizer reference, String text) {
    assertThat(ids(plain(), text)).as(text).containsExactly(reference.encode(text).getIds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a red balloon on the beach at night",
        "The CAT'S hat, isn't it? They'll say we'd've",
        "  many   spaces\tand\nlines ",
        "an old house, 1984... !!! (really)",
        "Caf\u00e9 na\u00efve \u00c5ngstr\u00f6m",
        "cafe\u0301 decomposed",
        "\u6d77\u8fb9\u7684\u7ea2\u6c14\u7403",
        "\u039f\u0394\u039f\u03a3 \u0130stanbul",
        "\ud83c\udf88 balloon \ud83d\ude00\ud83d\ude00",
        "x\u00a0y\u2003z",
        "\u00b2\u00bd \u2167 \u0663"
      })
  void theIdsAreThoseOfHuggingFace(String text) throws IOException {
    OnnxEngine.start();
    try (HuggingFaceTokenizer reference = HuggingFaceTokenizer.newInstance(JSON)) {
      assertAlike(reference, text);
    }
  }

  @Test
  void soAreThoseOfRandomTexts() throws IOException {
    OnnxEngine.start();
    Random random = new Random(7);
    String letters = "abcdefghij 'stremvld0123,.!-\u00e9\u00df\u4e2d\u2014\u00a0\t";
    try (HuggingFaceTokenizer reference = HuggingFaceTokenizer.newInstance(JSON)) {
      for (int i = 0; i < 300; i++) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int j = 0; j < length; j++) {
          text.append(letters.charAt(random.nextInt(letters.length())));
        }
        assertAlike(reference, text.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd-turbo", "sdxl"})
  void theIdsAndTheirPaddingAreThoseOfTheReference(String family) throws IOException {
    Path folder = FAMILIES.resolve(family);
    JsonNode expected =
        new ObjectMapper().readTree(Files.readString(folder.resolve("expected.json")));
    List<JsonNode> tokens = new ArrayList<>();
    expected.get("tokens").forEach(tokens::add);
    for (int i = 0; i < tokens.size(); i++) {
      ClipTokenizer tokenizer =
          ClipFiles.load(
              ModelDirectory.open(folder.toString()), i == 0 ? "tokenizer" : "tokenizer_2", LENGTH);
      long[] ids = tokenizer.encode(expected.get("prompt").asText()).ids();
      assertThat(ids).hasSize(LENGTH);
      for (int j = 0; j < LENGTH; j++) {
        assertThat(ids[j]).as("token %d", j).isEqualTo(tokens.get(i).get(j).asLong());
      }
    }
  }

  @Test
  void tokenizerJsonGivesTheSameAsPlainFiles() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("tokenizer"));
    Files.copy(JSON, folder.resolve("tokenizer.json"));
    ClipTokenizer json =
        ClipFiles.load(ModelDirectory.open(temporary.toString()), "tokenizer", LENGTH);
    for (String text : List.of("a red balloon", "the cat's hat, 1984", "")) {
      assertThat(json.encode(text).ids()).containsExactly(plain().encode(text).ids());
    }
  }

  @Test
  void aPromptIsCutBeforeItsEndTokenAndSaysSo() {
    ClipTokenizer tokenizer = plain();
    Tokens whole = tokenizer.encode("! ".repeat(75));
    assertThat(whole.truncated()).isFalse();
    Tokens cut = tokenizer.encode("! ".repeat(76));
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.ids()).containsExactly(whole.ids());
  }
}
