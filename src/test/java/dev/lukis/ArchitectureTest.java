package dev.lukis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may import whom. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.lukis");

  @Test
  void packagesFormNoCycle() {
    ArchRule rule = slices().matching("dev.lukis.(*)..").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  @Test
  void packagesImportOnlyWhatTheyMay() {
    ArchRule rule =
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
            .layer("share")
            .definedBy("dev.lukis.share..")
            .layer("admission")
            .definedBy("dev.lukis.admission..")
            .layer("resume")
            .definedBy("dev.lukis.resume..")
            .layer("identity")
            .definedBy("dev.lukis.identity..")
            .layer("safety")
            .definedBy("dev.lukis.safety..")
            .layer("check")
            .definedBy("dev.lukis.check..")
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
            .mayOnlyAccessLayers("dispatch", "pipeline", "image", "tensor", "safety")
            .whereLayer("safety")
            .mayOnlyAccessLayers("model", "tensor")
            .whereLayer("admission")
            .mayNotAccessAnyLayer()
            .whereLayer("resume")
            .mayNotAccessAnyLayer()
            .whereLayer("identity")
            .mayNotAccessAnyLayer()
            .whereLayer("check")
            .mayOnlyAccessLayers("pipeline", "model", "image", "tensor")
            .whereLayer("share")
            .mayOnlyAccessLayers("image")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer();
    rule.check(CLASSES);
  }

  @Test
  void onlyTheModelKnowsItsEngine() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.lukis.model..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("ai.djl..").or(resideInAPackage("ai.onnxruntime..")));
    rule.check(CLASSES);
  }

  @Test
  void belowTheSessionThereIsPlainBlockingJava() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.lukis.session..", "dev.lukis.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smallrye..", "io.vertx..", "io.quarkus..");
    rule.check(CLASSES);
  }
}
