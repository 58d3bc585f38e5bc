package io.meshwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.meshwright";

  /** Each package may use those before it, and no other. */
  private static final List<String> UPWARDS =
      List.of(
          "text",
          "istio",
          "source",
          "diagnostic",
          "secret",
          "yaml",
          "schema",
          "model",
          "facts",
          "lint",
          "plan",
          "render",
          "overlay",
          "expand",
          "output",
          "verify");

  /** The public face, then what people see; the face uses neither. */
  private static final List<String> ABOVE_ALL =
      List.of(ROOT, ROOT + ".report..", ROOT + ".graph..", ROOT + ".cli..");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void thereAreClassesToCheck() {
    assertTrue(CLASSES.size() > 30, () -> "only " + CLASSES.size());
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesUseOnlyThoseBelowThem() {
    for (int i = 0; i < UPWARDS.size(); i++) {
      List<String> above = new ArrayList<>(ABOVE_ALL);
      UPWARDS.subList(i + 1, UPWARDS.size()).forEach(name -> above.add(ROOT + "." + name + ".."));
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + UPWARDS.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void thePublicFaceKnowsNoTerminalAndReportsKnowNoCommand() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".report..", ROOT + ".graph..", ROOT + ".cli..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".report..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".cli..")
        .check(CLASSES);
  }

  @Test
  void picturesKnowNothingButFacts() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".graph..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            ROOT + ".graph..",
            ROOT + ".facts..",
            ROOT + ".model..",
            ROOT + ".istio..",
            ROOT + ".text..")
        .check(CLASSES);
  }

  @Test
  void librariesStayBehindTheirPackages() {
    onlyIn("com.networknt..", "schema");
    onlyIn("freemarker..", "render");
    onlyIn("picocli..", "cli");
    onlyIn("tools.jackson.dataformat..", "yaml");
    onlyIn("org.snakeyaml..", "yaml");
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .resideInAPackage(ROOT + "..")
        .andShould(
            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                new DescribedPredicate<JavaClass>("in a package that is @NullMarked") {
                  @Override
                  public boolean test(JavaClass type) {
                    return type.getPackage()
                        .isAnnotatedWith(org.jspecify.annotations.NullMarked.class);
                  }
                }))
        .check(CLASSES);
  }

  private static void onlyIn(String library, String owner) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + owner + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
