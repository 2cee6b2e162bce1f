package dev.lukis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.BrokenGraphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void anUnusableModelIsReportedInOneLine() {
    assertThat(check("/no/such/model")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "lukis.model: /no/such/model (expected: a directory, or classpath:<folder>)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text_encoder/model.onnx", "unet/model.onnx", "vae_decoder/model.onnx"})
  void aGraphThatReturnsNaNIsToldInOneLine(String graph) throws IOException {
    Path model = temporary.resolve("model");
    BrokenGraphs.copyWithNaN(model, graph);
    assertThat(check(model.toString(), "--device", "cpu")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            graph + " (float16) returned NaN or Infinity for row 1 of 1 (expected: finite values)");
  }

  @Test
  void aModelBehindLinksIsDescribedAsWithoutThem() throws IOException {
    Path family = Path.of("src/test/resources/families/sdxl").toAbsolutePath();
    Path model = Files.createDirectory(temporary.resolve("linked"));
    try (Stream<Path> parts = Files.list(family)) {
      for (Path part : parts.toList()) {
        Files.createSymbolicLink(model.resolve(part.getFileName()), part);
      }
    }
    Path link = Files.createSymbolicLink(temporary.resolve("link"), model);
    assertThat(check(family.toString(), "--device", "cpu")).isZero();
    String direct = out.toString(StandardCharsets.UTF_8);
    out.reset();
    assertThat(check(link.toString(), "--device", "cpu")).isZero();
    assertThat(described(out.toString(StandardCharsets.UTF_8))).isEqualTo(described(direct));
    assertThat(described(direct)).hasSizeGreaterThanOrEqualTo(5);
  }

  private static List<String> described(String lines) {
    return lines
        .lines()
        .filter(line -> line.startsWith("graph") || line.startsWith("on disk"))
        .toList();
  }

  @Test
  void aCheckpointBesideTheGraphsIsNotCounted() throws IOException {
    Path model = temporary.resolve("model");
    BrokenGraphs.copyWithNaN(model, "vae_decoder/model.onnx");
    check(model.toString(), "--device", "cpu");
    List<String> before = described(out.toString(StandardCharsets.UTF_8));
    try (RandomAccessFile checkpoint =
        new RandomAccessFile(model.resolve("unet/full.safetensors").toFile(), "rw")) {
      checkpoint.setLength(60L << 30);
    }
    out.reset();
    check(model.toString(), "--device", "cpu");
    assertThat(described(out.toString(StandardCharsets.UTF_8))).isEqualTo(before).isNotEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() {
    assertThat(check()).isEqualTo(2);
    assertThat(check("somewhere", "--colour", "red")).isEqualTo(2);
    assertThat(check("somewhere", "--threads", "0")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: check DIRECTORY");
  }
}
