package dev.lukis.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void silenceAndIdlenessAreToldApart() {
    Heartbeat heartbeat = new Heartbeat(0);
    heartbeat.heard(10 * SECOND);
    assertThat(heartbeat.state(11 * SECOND, 5 * SECOND, 20 * SECOND))
        .isEqualTo(Heartbeat.State.ACTIVE);
    assertThat(heartbeat.state(16 * SECOND, 5 * SECOND, 20 * SECOND))
        .isEqualTo(Heartbeat.State.SILENT);
    heartbeat.heard(21 * SECOND);
    assertThat(heartbeat.state(22 * SECOND, 5 * SECOND, 20 * SECOND))
        .isEqualTo(Heartbeat.State.IDLE);
    heartbeat.typed(22 * SECOND);
    assertThat(heartbeat.state(22 * SECOND, 5 * SECOND, 20 * SECOND))
        .isEqualTo(Heartbeat.State.ACTIVE);
  }
}
