package dev.lukis.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The shipped vocabulary against open_clip's tokenizer: {@code src/fixtures/clip_vocabulary.py}.
 */
class ClipVocabularyTest {
  private static final int END = 49_407;

  @Test
  void everyPieceHasItsNumber() {
    ClipVocabulary clip = ClipVocabulary.read();
    assertThat(clip.merges()).hasSize(48_894);
    assertThat(clip.ids()).hasSize(49_408);
    assertThat(clip.ids())
        .containsEntry("!", 0)
        .containsEntry("a</w>", 320)
        .containsEntry(ClipTokenizer.START, 49_406)
        .containsEntry(ClipTokenizer.END, END);
  }

  @Test
  void promptsHaveTheTokensThatOpenClipGivesThem() throws IOException {
    try (ModelDirectory directory = ModelDirectory.configuration("sd1", "checkpoints/sd1");
        ClipTokenizer tokenizer = ClipFiles.load(directory, "tokenizer", 77)) {
      Path goldens = Path.of("src/test/resources/goldens/clip-tokens.json");
      for (JsonNode row : new ObjectMapper().readTree(goldens.toFile())) {
        long[] expected = new long[77];
        for (int i = 0; i < expected.length; i++) {
          expected[i] = row.get("ids").get(i).asLong();
        }
        // Padding is zero there, and the end in Stable Diffusion 1.
        long[] ids = tokenizer.encode(row.get("prompt").asText()).ids();
        int length = Arrays.stream(expected).boxed().toList().indexOf((long) END) + 1;
        assertThat(Arrays.copyOf(ids, length))
            .as(row.get("prompt").asText())
            .isEqualTo(Arrays.copyOf(expected, length));
        assertThat(Arrays.copyOfRange(ids, length, 77)).containsOnly(END);
      }
    }
  }

  @Test
  void openClipsEncodersPadWithAnExclamationMark() {
    for (String kind : new String[] {"sd2/tokenizer", "sdxl/tokenizer_2"}) {
      String[] place = kind.split("/");
      try (ModelDirectory directory =
              ModelDirectory.configuration(place[0], "checkpoints/" + place[0]);
          ClipTokenizer tokenizer = ClipFiles.load(directory, place[1], 77)) {
        assertThat(tokenizer.encode("a").ids()).startsWith(49_406, 320, END).endsWith(0, 0);
      }
    }
  }
}
