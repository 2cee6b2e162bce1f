package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry of NOTICE stands for, and that every package of the page has one. */
class NoticeTest {
  private static final String FOLDER = "node_modules/";

  private final Notice notice =
      Notice.parse("Text: a:b\n\n  org.one:alone\n  org.many:*\n  lit\n - org.no:entry\n");

  @Test
  void anArtifactIsCoveredByItsNameInAnyVersion() {
    assertThat(notice.jarsWithoutEntry(List.of("org.one.alone-1.2.jar", "org.one.alone-2.jar")))
        .isEmpty();
  }

  @Test
  void anArtifactOfAGroupIsCoveredByTheGroup() {
    assertThat(notice.jarsWithoutEntry(List.of("org.many.a-b-1.2-x86_64.jar"))).isEmpty();
  }

  @Test
  void anythingElseHasNoEntry() {
    List<String> jars =
        List.of("org.one.other-1.jar", "org.many.inner.a-1.jar", "org.no.entry-1.jar");
    assertThat(notice.jarsWithoutEntry(jars)).isEqualTo(jars);
    assertThat(notice.packagesWithoutEntry(List.of("lit", "lit-html"))).containsExactly("lit-html");
  }

  @Test
  void everyPackageThatThePageIsMadeOfIsNamed() throws IOException {
    JsonNode packages =
        new ObjectMapper()
            .readTree(Path.of("frontend/package-lock.json").toFile())
            .required("packages");
    List<String> shipped =
        packages.properties().stream()
            .filter(each -> each.getKey().startsWith(FOLDER))
            .filter(each -> !each.getValue().path("dev").asBoolean())
            .map(
                each ->
                    each.getKey().substring(each.getKey().lastIndexOf(FOLDER) + FOLDER.length()))
            .toList();
    assertThat(shipped).contains("lit");
    assertThat(Notice.read().packagesWithoutEntry(shipped)).isEmpty();
  }
}
