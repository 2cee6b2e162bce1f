package dev.lukis.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/configuration.md against the configuration's interfaces and their Javadoc. With {@code
 * -Ddocs.write=true} it is written anew.
 */
class ConfigurationReferenceTest {
  private static final Path REFERENCE = Path.of("docs/configuration.md");
  private static final Path SOURCES = Path.of("src/main/java/dev/lukis/config");
  private static final String HEAD =
      """
      # Configuration

      All settings of Lukis, as a system property (`-Dlukis.live.quiet=100ms`) or an environment variable (`LUKIS_LIVE_QUIET=100ms`). Durations are written `500ms`, `10s`, `2m`; sizes `64K`, `16M`. The server does not start with a value outside its range, and logs a warning for an unknown key. Keys of Quarkus that matter here are in [operations.md](operations.md).

      | Key | Type | Default | Accepted | Effect |
      |---|---|---|---|---|
      """;

  @Test
  void everyKeyStandsInTheReferenceAsItIs() throws IOException {
    StringBuilder expected = new StringBuilder(HEAD);
    rows(LukisConfig.class, "lukis").values().forEach(expected::append);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(REFERENCE, expected);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(expected.toString());
  }

  private static Map<String, String> rows(Class<?> group, String prefix) throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    Method[] methods = group.getDeclaredMethods();
    Arrays.sort(methods, Comparator.comparing(Method::getName));
    for (Method method : methods) {
      String key = prefix + "." + kebab(method.getName());
      Class<?> type = method.getReturnType();
      if (type.isInterface() && type.getPackage().equals(LukisConfig.class.getPackage())) {
        rows.putAll(rows(type, key));
      } else {
        rows.put(key, row(key, method));
      }
    }
    return rows;
  }

  private static String row(String key, Method method) throws IOException {
    WithDefault given = method.getAnnotation(WithDefault.class);
    String defaultValue = given == null ? "" : "`" + given.value() + "`";
    boolean map = method.getReturnType() == Map.class;
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            map ? key + ".<name>" : key, type(method), defaultValue, range(method), effect(method));
  }

  private static String range(Method method) {
    Range range = method.getAnnotation(Range.class);
    return range == null ? "" : range.min() + " to " + range.max();
  }

  private static String type(Method method) {
    Class<?> raw = method.getReturnType();
    if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .map(each -> "`" + each.toString().toLowerCase(Locale.ROOT) + "`")
          .reduce((a, b) -> a + ", " + b)
          .orElseThrow();
    }
    String name = method.getGenericReturnType().getTypeName();
    if (name.contains("List<") || name.contains("Set<")) {
      return "texts, separated by commas";
    }
    return switch (name.replaceAll("java\\.util\\.Optional<(.*)>", "$1")) {
      case "java.lang.String", "java.nio.file.Path" -> "text";
      case "java.time.Duration" -> "duration";
      case "io.quarkus.runtime.configuration.MemorySize" -> "size";
      case "boolean", "java.lang.Boolean" -> "`true`, `false`";
      case "int", "long", "java.util.OptionalInt", "java.lang.Integer" -> "whole number";
      default -> "number";
    };
  }

  // The first Javadoc comment before the method in its interface's source.
  private static String effect(Method method) throws IOException {
    Class<?> outer = method.getDeclaringClass();
    String nested = outer.getSimpleName();
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    String source = Files.readString(SOURCES.resolve(outer.getSimpleName() + ".java"));
    String body = source.substring(source.indexOf("interface " + nested + " {"));
    Matcher found =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*[\\w.<>, ]+\\s"
                    + method.getName()
                    + "\\(\\);",
                Pattern.DOTALL)
            .matcher(body);
    assertThat(found.find()).as("Javadoc of " + method).isTrue();
    return found
        .group(1)
        .replaceAll("(?m)^\\s*\\*", " ")
        .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
