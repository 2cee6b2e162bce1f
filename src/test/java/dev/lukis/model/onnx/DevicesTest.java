package dev.lukis.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {
  @Test
  void autoTakesTheFirstGpuWhereThereIsOneElseTheProcessor() {
    assertThat(Devices.of("auto", device -> "")).containsExactly(Device.cuda(0));
    assertThat(Devices.of("auto", device -> "no driver")).containsExactly(Device.CPU);
  }

  @Test
  void devicesAreTakenAsNamed() {
    assertThat(Devices.of("cpu", device -> "no driver")).containsExactly(Device.CPU);
    assertThat(Devices.of("cuda:1, cuda:0", device -> ""))
        .containsExactly(Device.cuda(1), Device.cuda(0));
  }

  @Test
  void aNamedGpuThatCannotBeUsedIsRefusedWithTheReason() {
    assertThatThrownBy(() -> Devices.of("cuda:3", device -> "no driver"))
        .isInstanceOf(ModelException.class)
        .hasMessage("lukis.device: cuda:3 (expected: a usable GPU, or auto): no driver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "cuda", "cuda:", "cuda:-1", "cuda:0,", "cuda:0,cpu", "", "CPU"})
  void whatIsNotUnderstoodIsRefused(String setting) {
    assertThatThrownBy(() -> Devices.of(setting, device -> ""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("lukis.device: " + setting);
  }

  @Test
  void oneDeviceTwiceIsRefused() {
    assertThatThrownBy(() -> Devices.of("cuda:0,cuda:0", device -> ""))
        .hasMessageContaining("expected: each device once");
  }

  @Test
  void theEngineItselfSaysWhyThereIsNoGpuOrTakesIt() {
    assertThat(Devices.of("auto")).hasSize(1);
  }
}
