package rote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  private static final List<String> PIPELINE =
      List.of("data", "files", "network", "experiment", "store", "report", "jobs", "cli");
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rote");

  @ParameterizedTest
  @ValueSource(strings = {"data", "files", "network", "experiment", "store", "report", "jobs"})
  void aPackageUsesOnlyWhatStandsToItsLeft(String name) {
    String[] right = PIPELINE.stream().skip(PIPELINE.indexOf(name) + 1L).map(p -> "rote." + p + "..").toArray(String[]::new);
    noClasses().that().resideInAPackage("rote." + name + "..").should().dependOnClassesThat().resideInAnyPackage(right)
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "picocli..                      | rote.cli",
      "org.snakeyaml..                | rote.experiment",
      "org.apache.parquet..           | rote.files.parquet",
      "com.samskivert..               | rote.report",
      "org.knowm..                    | rote.report",
      "org.apache.commons.compress..  | rote.data",
      "org.apache.commons.statistics.. | rote.report",
  })
  void aLibraryIsUsedInOnePackage(String library, String user) {
    noClasses().that().resideOutsideOfPackage(user).should().dependOnClassesThat().resideInAPackage(library).check(CLASSES);
  }

  @Test
  void filesDoNotKnowWhatIsInThem() {
    noClasses().that().resideInAPackage("rote.files").should().dependOnClassesThat().resideInAPackage("rote.files.parquet")
        .check(CLASSES);
  }

  @Test
  void onlyJobsKnowsSpark() {
    noClasses().that().resideOutsideOfPackage("rote.jobs")
        .and().doNotHaveFullyQualifiedName("rote.network.ReferenceNetwork")
        .should().dependOnClassesThat().resideInAnyPackage("org.apache.spark..", "scala..").check(CLASSES);
  }

  @Test
  void onlyPlacesFilesAndTheShutdownHookKnowHadoop() {
    noClasses().that().resideOutsideOfPackage("rote.files..")
        .and().doNotHaveFullyQualifiedName("rote.data.FileSystems")
        .and().haveNameNotMatching("rote.data.(Place|HadoopUser|HadoopFiles|DataFolder)(\\$.*)?")
        .and().doNotHaveFullyQualifiedName("rote.jobs.SparkStart") // hands Spark's settings over
        .and().doNotHaveFullyQualifiedName("rote.jobs.Interruption")
        .should().dependOnClassesThat().resideInAPackage("org.apache.hadoop..").check(CLASSES);
  }

  @Test
  void thePureCoreReadsNoClockAndPrintsNothing() {
    noClasses().that().resideInAnyPackage("rote.data", "rote.network", "rote.experiment")
        .should().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(System.class, "getenv", String.class).orShould().accessField(System.class, "out")
        .orShould().accessField(System.class, "err").check(CLASSES);
  }
}
