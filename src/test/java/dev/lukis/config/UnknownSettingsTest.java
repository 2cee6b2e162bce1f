package dev.lukis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {
  private final UnknownSettings settings = new UnknownSettings();

  @Test
  void aMisspeltNameIsWarnedOfWithTheNearestOne() {
    assertThat(
            settings.warnings(
                List.of("LUKIS_LIVE_QUIT", "lukis.admision.sessions", "LUKIS_PROMPT-LENGTH")))
        .containsExactly(
            "LUKIS_LIVE_QUIT: unknown setting, has no effect (the nearest one is LUKIS_LIVE_QUIET)",
            "LUKIS_PROMPT-LENGTH: unknown setting, has no effect (the nearest one is"
                + " LUKIS_PROMPT_LENGTH)",
            "lukis.admision.sessions: unknown setting, has no effect (the nearest one is"
                + " lukis.admission.sessions)");
  }

  @Test
  void existingSettingsAreNotWarnedOf() {
    assertThat(
            settings.warnings(
                List.of(
                    "LUKIS_ADMISSION_SESSION_MESSAGES_BURST",
                    "LUKIS_ALLOWED_ORIGINS_0_",
                    "LUKIS_PAGE_BOOTH_PROMPTS_EN",
                    "lukis.allowed-origins[1]",
                    "lukis.page.booth.prompts.en",
                    "lukis.live.on-new-revision",
                    "PATH",
                    "quarkus.http.port")))
        .isEmpty();
  }

  @Test
  void aFileWithAByteOrderMarkIsRefusedByName() {
    var source =
        new PropertiesConfigSource(Map.of("\uFEFFlukis.prompt-length", "9"), "a.properties", 1);
    assertThatThrownBy(() -> ConfigurationCheck.refuseByteOrderMark(source))
        .hasMessageContainingAll("a.properties", "begins with a byte order mark")
        .hasMessageContaining("lukis.prompt-length");
  }
}
