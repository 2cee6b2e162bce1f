package dev.lukis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
  @TempDir Path temporary;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int check(String... arguments) {
    return ModelCheck.run(List.of(arguments), print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void aModelIsDescribedAndOneImageIsMade() {
    Path image = temporary.resolve("image.png");
    int code =
        check("src/test/resources/families/sdxl", "--device", "cpu", "--out", image.toString());
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "StableDiffusionXLPipeline",
            "EulerAncestralDiscreteScheduler",
            "64 x 64",
            "unet/model.onnx {sample=FLOAT [?, 4, ?, ?]",
            "input_ids=INT32",
            "on disk",
            "step 4 of 4",
            "decoding");
    assertThat(image).isNotEmptyFile();
  }

  @Test
  void whatCannotBeUsedIsToldInOneLine() {
    assertThat(check("/no/such/model")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "lukis.model: /no/such/model (expected: a directory, or classpath:<folder>)");
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() {
    assertThat(check()).isEqualTo(2);
    assertThat(check("somewhere", "--colour", "red")).isEqualTo(2);
    assertThat(check("somewhere", "--threads", "0")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: check DIRECTORY");
  }
}
