package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.Device;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPartsTest {
  private static final Path TINY = Path.of("src/test/resources/pipelines/sdxs/vae");
  private static final Path LORAS = Path.of("src/test/resources/loras/sd1");

  private final HubServer server =
      HubServer.start()
          .with(HubRepository.of("makers/taesd", TINY))
          .with(HubRepository.of("madebyollin/taesd", TINY))
          .with(HubRepository.of("makers/styles", LORAS))
          .with(
              new HubRepository("makers/ink", java.util.Map.of())
                  .and("README.md", "# ink")
                  .and("pytorch_lora_weights.safetensors", Fetches.bytes(kohya())));

  @TempDir Path home;

  private Fetches fetches;

  private static Path kohya() {
    return LORAS.resolve("kohya.safetensors");
  }

  @BeforeEach
  void begin() {
    fetches = new Fetches(server, home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ModelParts parts() {
    return new ModelParts(fetches.settings(), List.of(Device.CPU), fetches);
  }

  private Optional<String> tiny(String configured) {
    return parts().tinyDecoder(Optional.of(configured), "makers/turbo");
  }

  @Test
  void aTinyDecoderIsFetchedOnce() {
    Path folder = Path.of(tiny("makers/taesd").orElseThrow());
    assertThat(folder.resolve("config.json")).exists();
    assertThat(folder.resolve("diffusion_pytorch_model.safetensors")).exists();
    assertThat(fetches.progress).isNotEmpty();
    int requests = server.seen().size();
    assertThat(tiny("makers/taesd")).contains(folder.toString());
    assertThat(server.seen()).hasSize(requests);
  }

  @Test
  void aDirectoryIsTakenAsItIsAndNoneIsNone() {
    assertThat(tiny(TINY.toString())).contains(TINY.toString());
    assertThat(tiny("none")).isEmpty();
    assertThat(parts().tinyDecoder(Optional.empty(), "makers/turbo")).isEmpty();
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void theTinyDecoderOfThePresetIsFetchedWhereNoneIsNamed() {
    assertThat(parts().tinyDecoder(Optional.empty(), "stabilityai/sd-turbo"))
        .hasValueSatisfying(it -> assertThat(it).contains("models--madebyollin--taesd"));
    assertThat(parts().tinyDecoder(Optional.of("none"), "stabilityai/sd-turbo")).isEmpty();
  }

  @Test
  void aModelPaintsWithoutTheTinyDecoderOfItsPreset() {
    fetches.set("HF_HUB_OFFLINE", "1");
    assertThat(parts().tinyDecoder(Optional.empty(), "stabilityai/sd-turbo")).isEmpty();
    assertThat(fetches.messages)
        .singleElement()
        .asString()
        .startsWith("drafts and previews are made without the tiny decoder")
        .contains("lukis.tiny-decoder: madebyollin/taesd: not complete in ");
  }

  @Test
  void aTinyDecoderThatIsNamedMustBeThere() {
    assertThatThrownBy(() -> tiny("makers/nothing"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("lukis.tiny-decoder: makers/nothing: ");
    assertThatThrownBy(() -> tiny("makers/taesd:config.json"))
        .hasMessage(
            "lukis.tiny-decoder: makers/taesd:config.json (expected: org/name[@revision], or a"
                + " directory)");
    assertThatThrownBy(() -> tiny("makers/ink")).hasMessageContaining("no tiny decoder");
  }

  @Test
  void aLoraIsFetchedByItsRepositoryOrByItsFile() {
    byte[] expected = Fetches.bytes(kohya());
    for (String location : List.of("makers/ink", "makers/styles@main:kohya.safetensors")) {
      assertThat(Fetches.bytes(parts().file(location))).isEqualTo(expected);
    }
    assertThat(parts().file(kohya().toString())).isEqualTo(kohya());
    int requests = server.seen().size();
    assertThat(parts().file("makers/ink")).isRegularFile();
    assertThat(server.seen()).hasSize(requests);
    assertThat(Files.exists(home.resolve("hub/models--makers--styles/refs/main"))).isTrue();
  }

  @Test
  void aLoraThatCannotBeFetchedIsToldInOneLine() {
    for (String location :
        List.of(
            "makers/nothing", "makers/styles", "makers/styles:kohya.pt", "makers/styles:x.md")) {
      assertThatThrownBy(() -> parts().file(location))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("lukis.loras: " + location.split(":")[0])
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void aPathThatDoesNotExistIsNoRepository() {
    assertThatThrownBy(() -> parts().file("styles/ink.safetensors"))
        .hasMessageStartingWith("lukis.loras: styles/ink.safetensors: no such file");
    assertThat(server.seen()).isEmpty();
  }
}
