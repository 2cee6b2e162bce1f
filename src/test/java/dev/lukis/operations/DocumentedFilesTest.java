package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that the documentation names or quotes exist, with what is said to be in them. */
class DocumentedFilesTest {
  private static final Path DOCS = Path.of("docs");
  private static final Pattern SOURCE = Pattern.compile("`(\\w+\\.java)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)(?:#[^)]*)?\\)");
  private static final Pattern QUOTE =
      Pattern.compile("(?s)```(?:nginx|properties|yaml)\\n(.*?)```");

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void everySourceThatTheArchitectureNamesExists() throws IOException {
    Set<String> sources =
        Stream.concat(
                files(Path.of("src/main/java")).stream(), files(Path.of("src/test/java")).stream())
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    List<String> named = found(SOURCE, DOCS.resolve("architecture.md"));
    assertThat(named).isNotEmpty();
    assertThat(sources).containsAll(named);
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<Path> pages =
        Stream.concat(
                Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                files(DOCS).stream().filter(file -> file.toString().endsWith(".md")))
            .toList();
    for (Path page : pages) {
      for (String link : found(LINK, page)) {
        assertThat(page.resolveSibling(link)).as("%s in %s", link, page).exists();
      }
    }
  }

  @Test
  void whatTheProxySectionQuotesStandsInAFile() throws IOException {
    List<String> quotes = found(QUOTE, DOCS.resolve("operations.md"));
    assertThat(quotes).isNotEmpty();
    StringBuilder configurations = new StringBuilder();
    for (Path file : files(DOCS.resolve("proxy"))) {
      configurations.append(Files.readString(file));
    }
    assertThat(configurations.toString()).contains(quotes);
  }
}
