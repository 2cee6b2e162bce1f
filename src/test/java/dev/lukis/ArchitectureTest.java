package dev.lukis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom. */
@AnalyzeClasses(packages = "dev.lukis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.lukis.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesImportOnlyWhatTheyMay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("tensor")
          .definedBy("dev.lukis.tensor..")
          .layer("scheduler")
          .definedBy("dev.lukis.scheduler..")
          .layer("model")
          .definedBy("dev.lukis.model..")
          .layer("image")
          .definedBy("dev.lukis.image..")
          .layer("pipeline")
          .definedBy("dev.lukis.pipeline..")
          .layer("dispatch")
          .definedBy("dev.lukis.dispatch..")
          .layer("session")
          .definedBy("dev.lukis.session..")
          .layer("web")
          .definedBy("dev.lukis.web..")
          .whereLayer("tensor")
          .mayNotAccessAnyLayer()
          .whereLayer("scheduler")
          .mayOnlyAccessLayers("tensor")
          .whereLayer("model")
          .mayOnlyAccessLayers("tensor", "scheduler")
          .whereLayer("image")
          .mayOnlyAccessLayers("tensor")
          .whereLayer("pipeline")
          .mayOnlyAccessLayers("model", "scheduler", "tensor", "image")
          .whereLayer("dispatch")
          .mayOnlyAccessLayers("pipeline", "model", "scheduler", "tensor", "image")
          .whereLayer("session")
          .mayOnlyAccessLayers("dispatch", "pipeline", "image", "tensor")
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyTheModelKnowsItsEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lukis.model..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("ai.djl..").or(resideInAPackage("ai.onnxruntime..")));

  @ArchTest
  static final ArchRule belowTheSessionThereIsPlainBlockingJava =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.lukis.session..", "dev.lukis.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.smallrye..", "io.vertx..", "io.quarkus..");
}
