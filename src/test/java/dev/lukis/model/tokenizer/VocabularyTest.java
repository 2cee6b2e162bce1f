package dev.lukis.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  private static final String FILE =
      """
      {"languages": {
        "en": {"hint": {"things": ["cat"]}, "known": ["a", "cat", "cats"]},
        "id": {"hint": {"things": ["kucing"]}, "known": ["kucing", "merah"]}}}
      """;

  @TempDir Path folder;

  private Vocabulary read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("vocabulary.json"), json);
    return Vocabulary.read(JsonObject.read("vocabulary.json", file));
  }

  @Test
  void wordsOfAnyLanguageAreUnderstoodInAnyCase() throws IOException {
    assertThat(read(FILE).reading("A CAT, kucing-merah!").unknown()).isEmpty();
  }

  @Test
  void otherWordsAreNamedOnceInTheirOrder() throws IOException {
    assertThat(read(FILE).reading("a blue Blue cat übt blue").unknown())
        .containsExactly("blue", "übt");
  }

  @Test
  void aWordThatMayBeUnfinishedIsNotNamedYet() throws IOException {
    assertThat(read(FILE).reading("a red ca").unknown()).containsExactly("red");
    assertThat(read(FILE).reading("a ca red").unknown()).containsExactly("ca", "red");
    assertThat(read(FILE).reading("a ca ").unknown()).containsExactly("ca");
  }

  @Test
  void wordsToShowAreKeptByLanguageAndKind() throws IOException {
    assertThat(read(FILE).hints()).containsEntry("id", Map.of("things", List.of("kucing")));
  }

  @Test
  void aModelThatTellsNothingHasNoUnknownWords() {
    assertThat(Vocabulary.read(JsonObject.empty("none")).reading("anything at all").unknown())
        .isEmpty();
  }

  @Test
  void aListOfOtherThanWordsIsRefusedByName() {
    assertThatThrownBy(() -> read("{\"languages\": {\"en\": {\"known\": [1]}}}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("known: 1");
  }
}
