package dev.lukis.live.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalLogTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final List<String> lines = new ArrayList<>();
  private final RefusalLog log = new RefusalLog(lines::add);

  @Test
  void eachReasonIsLoggedOnceAMinuteWithTheNumberOfOthers() {
    for (int second = 0; second <= 60; second++) {
      log.refused(UpgradeRefusal.ORIGIN, "Origin: http://a, Host: b", second * SECOND);
    }
    log.refused(UpgradeRefusal.FULL, "", 61 * SECOND);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith("a connection was refused (origin)")
        .contains("Origin: http://a, Host: b", "lukis.allowed-origins")
        .doesNotContain("others");
    assertThat(lines.get(1)).contains("59 others");
    assertThat(lines.get(2)).contains("(full)", "lukis.admission.sessions");
  }

  @Test
  void whatAClientSendsCannotForgeLines() {
    assertThat(RefusalLog.printable("a\r\nb\u001b[31m\u202e")).isEqualTo("a??b?[31m?");
    assertThat(RefusalLog.printable("x".repeat(5_000))).hasSize(203);
  }

  @ParameterizedTest
  @EnumSource(UpgradeRefusal.class)
  void everyRefusalIsInTheProtocolAndInTheOperatorsTable(UpgradeRefusal refusal) throws Exception {
    String status = "| " + refusal.status() + " |";
    assertThat(Files.readAllLines(Path.of("docs/protocol.md")))
        .anySatisfy(
            line -> assertThat(line).startsWith(status).contains("`" + refusal.reason() + "`"));
    assertThat(Files.readString(Path.of("docs/operations.md")))
        .contains("`" + refusal.reason() + "`");
  }
}
