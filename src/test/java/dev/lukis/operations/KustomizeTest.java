package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renders every overlay, and compares every object with the API of Kubernetes. */
class KustomizeTest {

  @ParameterizedTest
  @CsvSource({"cpu, 10", "gpu, 10", "booth, 8"})
  void everyObjectFitsTheApiOfKubernetes(String overlay, int count) {
    assertThat(Overlay.of(overlay).objects()).hasSize(count);
    assertThat(Overlay.of(overlay).objects())
        .allSatisfy(each -> assertThat(Schema.errors(each)).isEmpty())
        .allSatisfy(each -> assertThat(Values.errors(each)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "gpu", "booth"})
  void everySettingExists(String overlay) throws Exception {
    String known = Files.readString(Path.of("docs/configuration.md"));
    assertThat(Overlay.of(overlay).data("lukis").keySet())
        .extracting(Object::toString)
        .filteredOn(name -> name.startsWith("LUKIS_"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(known).containsPattern(key(name)));
  }

  // LUKIS_DRAIN_DEADLINE may be lukis.drain.deadline or lukis.drain-deadline.
  private static Pattern key(String variable) {
    return Pattern.compile("`" + variable.toLowerCase(Locale.ROOT).replace("_", "[.-]") + "`");
  }

  @Test
  void thePodRunsTheTestedScript() throws Exception {
    Overlay overlay = Overlay.of("cpu");
    assertThat(overlay.data("lukis-fetch-model"))
        .isEqualTo(Map.of("fetch-model.sh", Files.readString(Path.of("k8s/base/fetch-model.sh"))));
    String pod = "spec.template.spec.";
    assertThat(Yamls.at(overlay.deployment(), pod + "initContainers.0.command").toString())
        .isEqualTo("[/bin/sh, /opt/lukis/fetch-model.sh]");
    assertThat(Yamls.at(overlay.deployment(), pod + "initContainers.0.volumeMounts").toString())
        .contains("mountPath=/model", "mountPath=/opt/lukis");
  }
}
