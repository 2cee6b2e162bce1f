package dev.lukis;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms, the imports between them, and rules for all of them. */
class ArchitectureTest {
  private static final long MOST_FILES = 25;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.lukis");

  /** Each room and the rooms it may import; a room includes its sub-packages. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("tensor", Set.of()),
          Map.entry("scheduler", Set.of("tensor")),
          Map.entry("model", Set.of("text", "tensor", "scheduler")),
          Map.entry("image", Set.of("tensor")),
          Map.entry("pipeline", Set.of("text", "model", "scheduler", "tensor", "image")),
          Map.entry(
              "dispatch", Set.of("painting", "pipeline", "model", "scheduler", "tensor", "image")),
          Map.entry("painting", Set.of("dispatch", "pipeline", "image", "safety", "tensor")),
          Map.entry("safety", Set.of("model", "tensor")),
          Map.entry("session", Set.of("text", "painting", "image", "safety")),
          Map.entry("admission", Set.of()),
          Map.entry("resume", Set.of()),
          Map.entry("identity", Set.of("config")),
          Map.entry("gallery", Set.of("image", "painting")),
          Map.entry("cli", Set.of("pipeline", "model", "image", "tensor")),
          Map.entry("config", Set.of()),
          Map.entry(
              "telemetry",
              Set.of("admission", "resume", "session", "dispatch", "painting", "pipeline")),
          Map.entry(
              "app",
              Set.of(
                  "cli",
                  "config",
                  "dispatch",
                  "image",
                  "model",
                  "painting",
                  "pipeline",
                  "safety",
                  "session",
                  "telemetry",
                  "tensor",
                  "text")),
          Map.entry("http", Set.of("app", "config", "gallery", "image", "model", "painting")),
          Map.entry(
              "live",
              Set.of(
                  "admission",
                  "app",
                  "config",
                  "dispatch",
                  "gallery",
                  "identity",
                  "image",
                  "model",
                  "painting",
                  "resume",
                  "session",
                  "telemetry")));

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.lukis.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesImportOnlyWhatTheyMay() {
    MAY_IMPORT.forEach(
        (room, allowed) -> {
          String[] forbidden =
              MAY_IMPORT.keySet().stream()
                  .filter(other -> !other.equals(room) && !allowed.contains(other))
                  .map(ArchitectureTest::packages)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(packages(room))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .check(CLASSES);
        });
  }

  @Test
  void onlyPaintingInThisProcessKnowsWhatIsBehindThePort() {
    noClasses()
        .that()
        .resideInAPackage("dev.lukis.painting")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packages("dispatch"), packages("pipeline"), packages("tensor"), packages("model"))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(packages("session"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lukis.painting.local..")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsInTheTable() {
    classes()
        .should()
        .resideInAnyPackage(
            MAY_IMPORT.keySet().stream().map(ArchitectureTest::packages).toArray(String[]::new))
        .check(CLASSES);
  }

  private static String packages(String room) {
    return "dev.lukis." + room + "..";
  }

  @Test
  void noPackageIsOverfull() throws IOException {
    Map<Path, Long> files;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      files =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    }
    assertThat(files)
        .isNotEmpty()
        .allSatisfy(
            (folder, count) ->
                assertThat(count).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES));
  }

  /** Numbers and letters that machines read must not depend on the language of the system. */
  @Test
  void nothingIsFormattedInTheLocaleOfTheSystem() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callConstructor(DecimalFormat.class, String.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(NumberFormat.class)
        .check(CLASSES);
  }

  @Test
  void onlyOneRoomKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.lukis.model.onnx..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
                .and(not(resideInAPackage("ai.djl.huggingface.tokenizers.."))))
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.lukis.model.tokenizer..")
        .should()
        .dependOnClassesThat(resideInAPackage("ai.djl.huggingface.."))
        .check(CLASSES);
  }

  @Test
  void belowTheSessionThereIsPlainBlockingJava() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "dev.lukis.painting..",
                "dev.lukis.session..",
                "dev.lukis.live..",
                "dev.lukis.http..",
                "dev.lukis.app..",
                "dev.lukis.config..",
                "dev.lukis.telemetry..",
                "dev.lukis.resume..",
                "dev.lukis.gallery..",
                "dev.lukis.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye..", "io.vertx..", "io.quarkus..");
    rule.check(CLASSES);
  }
}
