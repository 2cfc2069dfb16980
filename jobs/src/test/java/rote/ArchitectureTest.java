package rote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of docs/architecture.md: who may use whom, and where each library lives. {@link Rote} alone stands above them. */
class ArchitectureTest {
  private static final List<String> LINE =
      List.of("files", "data", "network", "trial", "experiment", "store", "analysis", "report", "jobs", "cli");
  private static final int MAX_FILES = 30;
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rote");

  @ParameterizedTest
  @ValueSource(strings = {"files", "data", "network", "trial", "experiment", "store", "analysis", "report", "jobs", "cli"})
  void aPackageUsesOnlyPackagesToItsLeft(String name) {
    String[] right = Stream.concat(LINE.stream().skip(LINE.indexOf(name) + 1L).map(p -> "rote." + p + ".."), Stream.of("rote"))
        .toArray(String[]::new);
    noClasses().that().resideInAPackage("rote." + name + "..").should().dependOnClassesThat().resideInAnyPackage(right)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsOnTheLine() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> !name.equals("rote")).distinct())
        .allMatch(name -> LINE.contains(name.split("\\.")[1]));
  }

  @Test
  void aboveTheLineIsOneClassThatKnowsOnlyTheCommandLine() {
    assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals("rote")).map(JavaClass::getSimpleName))
        .containsExactly("Rote");
    classes().that().resideInAPackage("rote").should().onlyDependOnClassesThat().resideInAnyPackage("rote", "rote.cli", "java..")
        .check(CLASSES);
  }

  @Test
  void noPackagesAndNoSubpackagesFormACircle() {
    slices().assignedFrom(new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages, subpackages apart";
      }
    }).should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '>', value = {
      "picocli..                       > rote.cli..",
      "org.snakeyaml..                 > rote.files.yaml",
      "org.apache.parquet..            > rote.files.parquet",
      "com.samskivert..                > rote.report.page",
      "org.knowm..                     > rote.report.pictures",
      "org.apache.commons.csv..        > rote.[data.tables|report.export]",
      "jdk.incubator..                 > rote.network.vector",
      "org.apache.spark..              > rote.jobs..",
      "scala..                         > rote.jobs..",
      "org.apache.commons.compress..   > rote.data..",
  })
  void aLibraryLivesInOneFolder(String library, String home) {
    noClasses().that().resideOutsideOfPackage(home).should().dependOnClassesThat().resideInAPackage(library).check(CLASSES);
    assertThat(CLASSES.stream().filter(type -> type.getDirectDependenciesFromSelf().stream()
        .anyMatch(used -> used.getTargetClass().getPackageName().startsWith(library.replace("..", ""))))).isNotEmpty();
  }

  /**
   * One build runs on Scala 2.12 and 2.13, whose collections differ. It cannot avoid a task's iterator, and what heartbeats hold can only be
   * iterated over; these two have the same methods in both.
   */
  @Test
  void noCallNamesACollectionOfScala() {
    Predicate<JavaClass> isCollection = type -> type.getName().matches("scala\\.(collection|jdk|concurrent)\\..*")
        && !type.getName().matches("scala\\.collection\\.(Iterator|Iterable)");
    assertThat(CLASSES.stream().flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
        .filter(call -> Stream.concat(Stream.of(call.getTargetOwner(), call.getTarget().getRawReturnType()),
            call.getTarget().getRawParameterTypes().stream()).anyMatch(isCollection))).isEmpty();
    assertThat(CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(used -> isCollection.test(used.getTargetClass()))).isEmpty();
  }

  @Test
  void onlyFilesAndTheStartOfSparkKnowHadoop() {
    noClasses().that().resideOutsideOfPackage("rote.files..")
        .and().doNotHaveFullyQualifiedName("rote.jobs.start.SparkStart") // hands Spark's settings over
        .and().doNotHaveFullyQualifiedName("rote.jobs.start.OwnersSpark") // hands those of a Spark that runs over
        .and().doNotHaveFullyQualifiedName("rote.jobs.start.Interruption") // its shutdown hooks
        .should().dependOnClassesThat().resideInAPackage("org.apache.hadoop..").check(CLASSES);
  }

  @Test
  void thePureCoreReadsNoClockAndPrintsNothing() {
    noClasses().that().resideInAnyPackage("rote.data..", "rote.network..", "rote.trial..", "rote.experiment..")
        .should().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(System.class, "getenv", String.class).orShould().callMethod(System.class, "getenv")
        .orShould().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould().accessField(System.class, "out")
        .orShould().accessField(System.class, "err").check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "test", "it"})
  void noFolderHasMoreThanThirtyFiles(String root) throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src", root, "java"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          assertThat(files.filter(file -> file.toString().endsWith(".java")).count()).as(folder.toString())
              .isLessThanOrEqualTo(MAX_FILES);
        }
      }
    }
  }
}
