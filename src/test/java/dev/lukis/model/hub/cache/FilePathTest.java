package dev.lukis.model.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model_index.json",
        ".gitattributes",
        "unet/diffusion_pytorch_model.fp16-00001-of-00002.safetensors",
        "a/b/c/d",
        "console.txt",
        "комната/файл.json"
      })
  void aPathWithinTheRepositoryIsSafe(String path) {
    assertThat(FilePath.isSafe(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "..",
        "../a",
        "a/../../b",
        "a/..",
        "a//b",
        "a/",
        "./a",
        "a/./b",
        "C:/a",
        "a\\b",
        "..\\a",
        "con",
        "a/CON.json",
        "lpt1.txt",
        "nul .txt",
        "a.",
        "a ",
        "a/b. /c",
        "a\u0000b",
        "a\nb",
        "a:stream",
        "a?"
      })
  void aPathThatCouldLeaveItOnSomeSystemIsNot(String path) {
    assertThat(FilePath.isSafe(path)).isFalse();
  }
}
