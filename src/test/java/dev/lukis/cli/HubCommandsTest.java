package dev.lukis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.hub.FetchProgress;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCommandsTest {
  private final HubRepository repository =
      HubRepository.of("makers/turbo", Path.of("src/test/resources/families/sd-turbo"));
  private final HubServer server = HubServer.start().with(repository);
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path home;

  @BeforeEach
  void begin() {
    environment.put("HF_ENDPOINT", server.endpoint().toString());
    environment.put("HF_HOME", home.toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private int pull(String... arguments) {
    return PullCommand.run(List.of(arguments), environment, false, print(out), print(err));
  }

  private int models(String... arguments) {
    return ModelsCommand.run(List.of(arguments), environment, print(out), print(err));
  }

  private String printed() {
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  private Path snapshot() {
    return home.resolve("hub/models--makers--turbo/snapshots").resolve(repository.commit());
  }

  @Test
  void pullFetchesAModelThatCheckThenPaintsWith() {
    assertThat(pull("makers/turbo", "--precision", "single")).isZero();
    assertThat(printed())
        .contains(
            "fetching makers/turbo from " + server.endpoint(),
            "100 %",
            "complete: " + snapshot(),
            "-Dlukis.model=makers/turbo");
    int code =
        ModelCheck.run(
            List.of(snapshot().toString(), "--device", "cpu"), environment, print(out), print(err));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    assertThat(printed()).contains("model      turbo", "decoding");
  }

  @Test
  void pullSaysHowAPartOfAModelIsUsed() {
    server.with(HubRepository.of("makers/taesd", Path.of("src/test/resources/pipelines/sdxs/vae")));
    server.with(HubRepository.of("makers/styles", Path.of("src/test/resources/loras/sd1")));
    assertThat(pull("makers/taesd", "--precision", "single")).isZero();
    assertThat(printed()).contains("start with -Dlukis.tiny-decoder=makers/taesd");
    assertThat(pull("makers/styles:kohya.safetensors", "--precision", "single")).isZero();
    assertThat(printed()).contains("start with -Dlukis.loras=makers/styles:kohya.safetensors=1");
  }

  private int check(String... arguments) {
    return ModelCheck.run(List.of(arguments), environment, print(out), print(err));
  }

  @Test
  void checkComparesEveryFileWithTheHashThatTheHubTold() throws IOException {
    assertThat(check("makers/turbo", "--device", "cpu")).isZero();
    assertThat(printed())
        .containsPattern("file +unet/model.onnx, .* MB, sha256 right")
        .containsPattern("file +unet/config.json, .* MB, git sha1 right");
    Path blob = snapshot().resolve("unet/model.onnx").toRealPath();
    byte[] bytes = Files.readAllBytes(blob);
    bytes[bytes.length / 2] ^= 1;
    Files.write(blob, bytes);
    assertThat(check("makers/turbo", "--device", "cpu")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .hasLineCount(1)
        .startsWith("unet/model.onnx: its bytes have changed (expected: sha256 ")
        .contains("delete " + blob + ", then pull again");
  }

  @Test
  void checkFetchesATinyDecoderAndLoras() throws IOException {
    server.with(HubRepository.of("makers/sd1", Path.of("src/test/resources/pipelines/sd1")));
    server.with(HubRepository.of("makers/taesd", Path.of("src/test/resources/pipelines/sdxs/vae")));
    server.with(HubRepository.of("makers/styles", Path.of("src/test/resources/loras/sd1")));
    int code =
        check(
            "makers/sd1",
            "--device",
            "cpu",
            "--tiny-decoder",
            "makers/taesd",
            "--lora",
            "makers/styles:kohya.safetensors=0.8");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    assertThat(printed())
        .contains("LoRA       kohya.safetensors x 0.8", "previews   tiny_vae_decoder")
        .containsPattern("file +\\S*kohya.safetensors, .* MB, sha256 right")
        .containsPattern("file +diffusion_pytorch_model.safetensors, .* MB, sha256 right");
  }

  /** Tiny models under the names that the README has. */
  @Test
  void theModelsOfTheReadmeAreFetchedWithTheirPartsAndPaint() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme)
        .contains("-Dlukis.model=stabilityai/sd-turbo ")
        .contains("-Dlukis.model=stabilityai/sdxl-turbo -Dlukis.loras=nerijs/pixel-art-xl=0.8 ");
    Path pipelines = Path.of("src/test/resources/pipelines");
    byte[] lora = Files.readAllBytes(Path.of("src/test/resources/loras/sdxl/kohya.safetensors"));
    server
        .with(HubRepository.of("stabilityai/sd-turbo", pipelines.resolve("sd-turbo")))
        .with(HubRepository.of("stabilityai/sdxl-turbo", pipelines.resolve("sdxl")))
        .with(HubRepository.of("madebyollin/taesd", pipelines.resolve("sdxs/vae")))
        .with(HubRepository.of("madebyollin/taesdxl", pipelines.resolve("sdxs/vae")))
        .with(
            new HubRepository("nerijs/pixel-art-xl", Map.of())
                .and("pixel-art-xl.safetensors", lora));
    assertThat(check("stabilityai/sd-turbo", "--device", "cpu")).isZero();
    assertThat(printed()).contains("draft      1 steps", "previews   tiny_vae_decoder");
    int code =
        check("stabilityai/sdxl-turbo", "--lora", "nerijs/pixel-art-xl=0.8", "--device", "cpu");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    assertThat(printed()).contains("LoRA       pixel-art-xl.safetensors x 0.8");
  }

  @Test
  void whatCannotBePulledIsToldInOneLine() {
    assertThat(pull("makers/nothing", "--precision", "half")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("makers/nothing: neither a directory nor a repository")
        .hasLineCount(1);
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() {
    assertThat(pull()).isEqualTo(2);
    assertThat(pull("makers/turbo", "--precision", "double")).isEqualTo(2);
    assertThat(pull("src/main")).isEqualTo(2);
    assertThat(models("--all")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("usage: pull ORG/NAME", "usage: models [--verify] [--json]");
  }

  @Test
  void modelsListsWhatIsThereAndWhetherItIsWhole() throws IOException {
    assertThat(models()).isZero();
    assertThat(printed()).contains("0 in " + home.resolve("hub"));
    pull("makers/turbo", "--precision", "single");
    printed();
    assertThat(models("--verify")).isZero();
    assertThat(printed())
        .contains("1 in ", "makers/turbo", "main " + repository.commit().substring(0, 8))
        .contains("  complete ", "StableDiffusionPipeline", "hashes: right");
    Files.delete(snapshot().resolve("unet/model.onnx").toRealPath());
    models();
    assertThat(printed()).contains("incomplete", "no complete weights");
  }

  @Test
  void modelsFindsABlobThatHasChanged() throws IOException {
    pull("makers/turbo", "--precision", "single");
    Files.write(snapshot().resolve("unet/model.onnx").toRealPath(), new byte[10]);
    printed();
    models("--verify", "--json");
    assertThat(printed())
        .startsWith("[{\"repository\":\"makers/turbo\"")
        .contains("unet/model.onnx is wrong: delete it, then pull again");
  }

  @Test
  void aTerminalHasABarAndAFileHasALineForEveryTenth() {
    AtomicLong clock = new AtomicLong();
    for (boolean terminal : new boolean[] {true, false}) {
      ProgressPrinter printer = new ProgressPrinter(print(out), terminal, clock::get);
      for (int done = 0; done <= 1_000_000_000; done += 10_000_000) {
        printer.progress(new FetchProgress("a/b", "unet.safetensors", done, 1_000_000_000));
        clock.addAndGet(50_000_000);
      }
      printer.end();
      String text = printed();
      if (terminal) {
        assertThat(text.split("\r", -1)).hasSizeBetween(50, 53);
        assertThat(text)
            .contains("\r[###############...............]  50 %  500.0 of 1000.0 MB, 200.0 MB/s")
            .endsWith(System.lineSeparator());
      } else {
        assertThat(text.lines()).hasSize(10);
        assertThat(text).contains("100 %  1000.0 of 1000.0 MB, 200.0 MB/s  unet.safetensors");
      }
    }
  }
}
