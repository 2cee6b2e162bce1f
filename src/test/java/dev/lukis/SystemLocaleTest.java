package dev.lukis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Benchmarks print numbers that programs and documents read, so they name a locale as the
 * application does. Their classes are not built with the application's, so their text is searched.
 */
class SystemLocaleTest {
  private static final Pattern IN_SYSTEM_LOCALE =
      Pattern.compile(
          "\\.formatted\\(|(?:String\\.format|\\.printf|out\\.format)\\(\\s*(?!\\s*Locale)"
              + "|\\.to(?:Lower|Upper)Case\\(\\)|new DecimalFormat\\(|NumberFormat\\.get");

  private static List<String> found(String source) {
    return IN_SYSTEM_LOCALE.matcher(source).results().map(match -> match.group().strip()).toList();
  }

  @Test
  void benchmarksFormatNothingInTheLocaleOfTheSystem() throws IOException {
    List<String> offences = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/bench"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        found(Files.readString(file)).forEach(call -> offences.add(file + ": " + call));
      }
    }
    assertThat(offences).isEmpty();
  }

  @Test
  void callsInTheLocaleOfTheSystemAreFound() {
    assertThat(found("\"%d\".formatted(1)")).hasSize(1);
    assertThat(found("String.format(\n    \"%d\", 1)")).hasSize(1);
    assertThat(found("System.out.printf(\"%d\", 1); name.toUpperCase()")).hasSize(2);
    assertThat(found("String.format(\n    Locale.ROOT, \"%d\", 1)")).isEmpty();
    assertThat(found("name.toLowerCase(Locale.ROOT)")).isEmpty();
  }
}
