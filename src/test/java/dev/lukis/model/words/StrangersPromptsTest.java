package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Prompts that were written before the words were: each shows what it says, or tells what not. */
class StrangersPromptsTest {
  private static final Path PROMPTS = Path.of("src/training/painting/stranger_prompts.txt");

  @ParameterizedTest
  @CsvFileSource(resources = "/words/strangers-readings.txt", delimiter = '|')
  void promptsAreReadAsTheySay(String prompt, String scene, String unknown) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
    assertThat(String.join(" ", Readings.unknown(prompt)))
        .isEqualTo(unknown == null ? "" : unknown);
  }

  @Test
  void everyPromptHasAReading() throws IOException {
    Path readings = Path.of("src/test/resources/words/strangers-readings.txt");
    assertThat(Files.readAllLines(readings).stream().map(line -> line.split(" *\\|")[0]))
        .isEqualTo(Files.readAllLines(PROMPTS));
  }
}
