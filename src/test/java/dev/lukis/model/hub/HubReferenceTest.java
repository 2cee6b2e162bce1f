package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "stabilityai/sd-turbo, stabilityai/sd-turbo, main,",
    "SG161222/Realistic_Vision_V5.1_noVAE, SG161222/Realistic_Vision_V5.1_noVAE, main,",
    "a/b@fp16, a/b, fp16,",
    "a/b@refs/pr/12, a/b, refs/pr/12,",
    "a/b:x/y.safetensors, a/b, main, x/y.safetensors",
    "a/b@v1:y.safetensors, a/b, v1, y.safetensors",
  })
  void aReferenceHasRepositoryRevisionAndFile(
      String text, String repository, String revision, String file) {
    HubReference reference = HubReference.parse(text).orElseThrow();
    assertThat(reference.repository()).isEqualTo(repository);
    assertThat(reference.revision()).isEqualTo(revision);
    assertThat(reference.file().orElse(null)).isEqualTo(file);
    assertThat(reference).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "a/b/c",
        "/a/b",
        "./a/b",
        "~/b",
        "../b",
        "a/..",
        "a/b@",
        "a/b@..",
        "a/b@x/../y",
        "a/b@/x",
        "a--b/c",
        "a/b.git",
        "a/-b",
        "a/b.",
        "a b/c",
        "a/b\n",
        "classpath:models/lukis-mini",
        "file:///a/b",
        "https://huggingface.co/a/b"
      })
  void anythingElseIsNone(String text) {
    assertThat(HubReference.parse(text)).isEmpty();
  }

  @Test
  void aDirectoryThatExistsWins() {
    assertThat(HubReference.parse("src/main")).isEmpty();
    assertThat(HubReference.parse("src/nothing-of-this-name")).isPresent();
  }
}
