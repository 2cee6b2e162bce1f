package dev.lukis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.testing.BrokenGraphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTest {
  private static final String SD1 = "src/test/resources/pipelines/sd1";

  @TempDir Path temporary;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int check(String... arguments) {
    return ModelCheck.run(List.of(arguments), Map.of(), print(out), print(err));
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
            "unet/model.onnx (float32) {sample=FLOAT [?, 4, ?, ?]",
            "input_ids=INT32",
            "MB, packed",
            "step 4 of 4",
            "decoding");
    assertThat(image).isNotEmptyFile();
  }

  @Test
  void aModelInSafetensorsIsDescribedAndOneImageIsMade() {
    assertThat(check("src/test/resources/pipelines/sd-turbo", "--device", "cpu")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "StableDiffusionPipeline",
            "96 x 64",
            "unet (float32) {sample=FLOAT [?, 4, ?, ?]",
            "MB, packed",
            "step 4 of 4",
            "decoding");
  }

  @Test
  void lorasAreListedWithTheirKindsAndCounts() {
    String loras = "src/test/resources/loras/sd1/";
    int code =
        check(
            "src/test/resources/pipelines/sd1",
            "--lora",
            loras + "kohya.safetensors=0.5",
            "--lora",
            loras + "diffusers.safetensors",
            "--device",
            "cpu");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "LoRA       kohya.safetensors x 0.5; kohya, rank 3 to 4; text_encoder 18, unet ",
            "LoRA       diffusers.safetensors x 1.0; PEFT, rank 2 to 4; text_encoder 18, unet ");
    assertThat(check("src/test/resources/pipelines/sd1", "--lora", "x.safetensors=9000"))
        .isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("a weight from -10 to 10");
  }

  @Test
  void anUnusableModelIsReportedInOneLine() {
    assertThat(check("/no/such/model")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "lukis.model: /no/such/model (expected: a directory, org/name of the Hub, or"
                + " classpath:<folder>)");
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
        .filter(line -> line.startsWith("graph") || line.startsWith("weights"))
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
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("usage: check DIRECTORY|FILE|ORG/NAME");
  }

  private JsonNode document() throws IOException {
    return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void everythingIsPrintedAsOneDocument() throws IOException {
    Path image = temporary.resolve("image.png");
    int code = check(SD1, "--json", "--device", "cpu", "--out", image.toString());
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    JsonNode document = document();
    assertThat(document.get("usable").asBoolean()).isTrue();
    assertThat(document.get("finite").asBoolean()).isTrue();
    assertThat(document.at("/image/file").asText()).isEqualTo(image.toString());
    assertThat(document.at("/size/width").asInt()).isEqualTo(96);
    assertThat(document.at("/memory/weights").asLong()).isPositive();
    assertThat(document.at("/times/0/stage").asText()).isEqualTo("loading");
    assertThat(document.at("/graphs/0/precision").asText()).isEqualTo("float32");
    assertThat(document.get("files"))
        .anySatisfy(
            file -> {
              assertThat(file.get("path").asText()).isEqualTo("unet/config.json");
              assertThat(file.get("bytes").asLong()).isPositive();
              assertThat(file.get("hash").asText()).isEqualTo("not from the Hub");
            });
  }

  @Test
  void theProviderOfEveryNodeIsCounted() throws IOException {
    check(SD1, "--json", "--device", "cpu");
    JsonNode providers = document().get("providers");
    assertThat(providers.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("text_encoder", "unet", "vae");
    for (JsonNode graph : providers) {
      assertThat(graph.fieldNames()).toIterable().containsExactly("CPUExecutionProvider");
      assertThat(graph.get("CPUExecutionProvider").asInt()).isGreaterThan(20);
    }
  }

  @Test
  void whyAModelCannotBeUsedIsInTheDocumentToo() throws IOException {
    Path model = temporary.resolve("model");
    BrokenGraphs.copyWithNaN(model, "unet/model.onnx");
    assertThat(check(model.toString(), "--device", "cpu", "--json")).isEqualTo(1);
    assertThat(document().get("usable").asBoolean()).isFalse();
    assertThat(document().has("finite")).isFalse();
    assertThat(document().get("error").asText())
        .isEqualTo(err.toString(StandardCharsets.UTF_8).strip())
        .contains("returned NaN or Infinity");
  }

  @Test
  void clipSkipChangesThePicture() throws IOException {
    List<byte[]> images = new ArrayList<>();
    for (String skip : List.of("1", "2")) {
      Path image = temporary.resolve(skip + ".png");
      int code = check(SD1, "--device", "cpu", "--clip-skip", skip, "--out", image.toString());
      assertThat(code).isZero();
      images.add(Files.readAllBytes(image));
    }
    assertThat(images.get(0)).isNotEqualTo(images.get(1));
    assertThat(check(SD1, "--clip-skip", "13")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--clip-skip: 13 (expected: 1..12)");
  }
}
