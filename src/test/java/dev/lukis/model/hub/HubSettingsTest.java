package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSettingsTest {
  @TempDir Path home;

  private HubSettings settings(String... pairs) {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return HubSettings.of(environment);
  }

  @Test
  void theCacheIsWhereOtherClientsHaveIt() {
    assertThat(settings().cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
    assertThat(settings("XDG_CACHE_HOME", "/x").cache()).isEqualTo(Path.of("/x/huggingface/hub"));
    assertThat(settings("XDG_CACHE_HOME", "/x", "HF_HOME", "/h").cache())
        .isEqualTo(Path.of("/h/hub"));
    assertThat(settings("HF_HOME", "/h", "HUGGINGFACE_HUB_CACHE", "/old").cache())
        .isEqualTo(Path.of("/old"));
    assertThat(settings("HF_HUB_CACHE", "/new", "HUGGINGFACE_HUB_CACHE", "/old").cache())
        .isEqualTo(Path.of("/new"));
    assertThat(settings("HF_HOME", "~/hf").cache()).isEqualTo(home.resolve("hf/hub"));
    assertThat(settings("HF_HOME", "$HOME/a/${HOME}").cache())
        .isEqualTo(Path.of(home + "/a/" + home + "/hub").normalize());
  }

  @Test
  void theTokenIsTakenFromVariablesOrTheFileOfTheLogin() throws IOException {
    assertThat(settings().token()).isEmpty();
    Path file = Files.createDirectories(home.resolve(".cache/huggingface")).resolve("token");
    Files.writeString(file, "hf_file\n");
    assertThat(settings().token()).contains(new Token("hf_file"));
    assertThat(settings("HF_TOKEN", " hf_named ").token()).contains(new Token("hf_named"));
    assertThat(settings("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1").token()).isEmpty();
    assertThat(settings("HF_TOKEN", "hf_named").toString()).doesNotContain("hf_named");
  }

  @Test
  void aTokenThatWouldBreakAHeaderIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> settings("HF_TOKEN", "hf_a\r\nHost: b"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("HF_TOKEN: 13 characters")
        .hasMessageNotContaining("hf_a");
  }

  @ParameterizedTest
  @CsvSource({
    "https://hf-mirror.com/, https://hf-mirror.com",
    "http://127.0.0.1:8081/hub//, http://127.0.0.1:8081/hub",
  })
  void aMirrorIsTakenWithoutTheSlashAtItsEnd(String value, String endpoint) {
    assertThat(settings("HF_ENDPOINT", value).endpoint()).isEqualTo(URI.create(endpoint));
  }

  @ParameterizedTest
  @CsvSource({"hf-mirror.com", "ftp://a", "https://user:secret@a", "https://"})
  void anAddressThatIsNoneIsRefused(String value) {
    assertThatThrownBy(() -> settings("HF_ENDPOINT", value))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("HF_ENDPOINT: ")
        .hasMessageEndingWith("(expected: https://host[:port])");
  }

  @Test
  void switchesAndTimeLimitsAreRead() {
    assertThat(settings().offline()).isFalse();
    assertThat(settings("HF_HUB_OFFLINE", "on").offline()).isTrue();
    assertThat(settings("HF_HUB_OFFLINE", "0").offline()).isFalse();
    assertThat(settings("HF_HUB_DISABLE_SYMLINKS", "True").links()).isFalse();
    assertThat(settings("HF_HUB_DOWNLOAD_TIMEOUT", "30").downloadTimeout())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(settings().metadataTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThatThrownBy(() -> settings("HF_HUB_ETAG_TIMEOUT", "soon"))
        .hasMessage("HF_HUB_ETAG_TIMEOUT: soon (expected: 1..99999, in seconds)");
  }
}
