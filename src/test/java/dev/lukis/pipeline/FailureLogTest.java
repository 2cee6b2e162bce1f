package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.onnx.NonFiniteOutputException;
import dev.lukis.model.onnx.OnnxType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FailureLogTest {
  private final List<String> lines = new ArrayList<>();
  private final FailureLog log = new FailureLog(lines::add);

  private void fail(String graph, long seconds) {
    log.failed(
        new NonFiniteOutputException(graph, OnnxType.FLOAT16, List.of(1), 4),
        TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void aGraphThatReturnsNaNIsLoggedOnceAMinute() {
    fail("vae_decoder/model.onnx", 0);
    fail("vae_decoder/model.onnx", 59);
    fail("unet/model.onnx", 59);
    fail("vae_decoder/model.onnx", 60);
    String line = " (float16) returned NaN or Infinity for row 2 of 4 (expected: finite values)";
    assertThat(lines)
        .containsExactly(
            "a generation failed: vae_decoder/model.onnx" + line,
            "a generation failed: unet/model.onnx" + line,
            "a generation failed: vae_decoder/model.onnx" + line);
  }
}
