package dev.lukis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that makes no sense is refused at the start, with its key and what is accepted. */
class SettingRangesTest {
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private static final List<String> ENUMS =
      List.of(
          "lukis.admission.when-full",
          "lukis.draft-decoder",
          "lukis.live.on-new-revision",
          "lukis.weights");

  /** Settings that any text is right for, or whose users check them. */
  private static final List<String> UNRANGED =
      List.of(
          "lukis.tiny-decoder",
          "lukis.model",
          "lukis.model-kind",
          "lukis.tiny-decoder",
          "lukis.loras",
          "lukis.tiny-decoder",
          "lukis.device",
          "lukis.sampler",
          "lukis.tensorrt-cache",
          "lukis.allowed-origins",
          "lukis.share.base-url",
          "lukis.page.title",
          "lukis.page.logo",
          "lukis.page.booth.prompts",
          "lukis.safety.prompts.directory",
          "lukis.safety.images.directory",
          "lukis.safety.images.labels",
          "lukis.identity.api-keys");

  private static LukisConfig config(Map<String, String> settings) {
    BeanValidationConfigValidator validator = () -> VALIDATOR;
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withValidator(validator)
            .withMapping(LukisConfig.class, "lukis")
            .withDefaultValues(settings)
            .build();
    return config.getConfigMapping(LukisConfig.class, "lukis");
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static void collect(Class<?> group, String prefix, List<Arguments> found) {
    for (Method method : group.getDeclaredMethods()) {
      Class<?> type = method.getReturnType();
      String key = prefix + "." + kebab(method.getName());
      if (type.isInterface() && type.getPackage().equals(LukisConfig.class.getPackage())) {
        collect(type, key, found);
      } else if (!UNRANGED.contains(key)) {
        nonsense(type).forEach(value -> found.add(Arguments.of(key, value)));
      }
    }
  }

  private static List<String> nonsense(Class<?> type) {
    if (type == Duration.class) {
      return List.of("-1s", "10000h", "soon");
    }
    if (type == MemorySize.class) {
      return List.of("-1", "2T", "much");
    }
    if (type == double.class) {
      return List.of("0", "-5", "NaN", "1e12", "many");
    }
    if (type.isEnum() || type == boolean.class) {
      return List.of("perhaps");
    }
    return List.of("-5", "2000000000", "many");
  }

  static Stream<Arguments> settings() {
    List<Arguments> found = new ArrayList<>();
    collect(LukisConfig.class, "lukis", found);
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void nonsenseIsRefusedByName(String key, String value) {
    // Any text but true is false to the converter.
    if (!value.equals("perhaps") || ENUMS.contains(key)) {
      assertThatThrownBy(() -> config(Map.of(key, value))).hasMessageContaining(key);
    }
  }

  @Test
  void theDefaultsAreAccepted() {
    assertThat(config(Map.of()).promptLength()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lukis.prompt-length | -5 | lukis.prompt-length = -5 (expected: 1 to 20000)",
        "lukis.admission.session.messages | 0 | lukis.admission.session.messages = 0.0 (expected: 1 to 1e9)",
        "lukis.live.quiet-min | 900ms | lukis.live = quiet-min: 900ms (expected: at most quiet, which is 120ms)",
        "lukis.live.steer-noise | NaN | lukis.live.steer-noise = NaN (expected: 0 to 1)",
        "lukis.share.base-url | 192.168.1.20:8080 | lukis.share.base-url = 192.168.1.20:8080 (expected: a URL",
        "lukis.share.base-url | https:///x | lukis.share.base-url = https:///x (expected: a URL",
        "lukis.share.base-url | https://a/?b=${c} | lukis.share.base-url",
      })
  void theLineSaysTheValueAndWhatIsAccepted(String key, String value, String line) {
    assertThatThrownBy(() -> config(Map.of(key, value))).hasMessageContaining(line);
  }

  @Test
  void aBaseUrlMayHaveAPathAndASlash() {
    assertThat(config(Map.of("lukis.share.base-url", "https://a.example/paint/")).share().baseUrl())
        .contains("https://a.example/paint/");
  }
}
