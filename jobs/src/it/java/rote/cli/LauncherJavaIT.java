package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.Checkout;

/** With which Java the launcher starts, and how: the Java here only records how it was called. */
@Tag("machines")
class LauncherJavaIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 8", "11.0.22, 11", "16.0.2, 16", "26-ea, 26"})
  void aJavaOfAnotherVersionIsRefusedByItsReleaseFile(String release, String version) throws Exception {
    Checkout checkout = Checkout.built(folder);
    checkout.release("JAVA_VERSION=\"" + release + "\"\n");

    checkout.run("plan").demandComplaints(1, "bin/java, found in PATH, is a Java of version " + version
        + "; Rote needs a Java of version 17 to 25");
  }

  @ParameterizedTest
  @CsvSource({"openjdk version \"1.8.0_402\", 8", "openjdk version \"11.0.22\" 2024-01-16, 11"})
  void withoutAReleaseFileJavaIsAsked(String says, String version) throws Exception {
    Checkout checkout = Checkout.built(folder);
    checkout.release(null);
    checkout.java("printf 'Picked up JAVA_TOOL_OPTIONS: -Dx=1\\n" + says + "\\n' >&2");

    checkout.run("plan").demandComplaints(1, "is a Java of version " + version);
  }

  @Test
  void aJavaThatDoesNotStartIsQuoted() throws Exception {
    Checkout checkout = Checkout.built(folder);
    checkout.release(null);
    checkout.java("echo 'Unable to locate a Java Runtime.' >&2; exit 1");

    checkout.run("plan").demandComplaints(1, "does not say its version: Unable to locate a Java Runtime.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21.0.2", "25", "25.0.3"})
  void theVersionsBetweenStart(String version) throws Exception {
    Checkout checkout = Checkout.built(folder);
    checkout.release("JAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base jdk.incubator.vector\"\n");

    assertThat(checkout.run("run").err()).isEmpty();
    assertThat(checkout.words().contains("--sun-misc-unsafe-memory-access=allow")).isEqualTo(version.startsWith("25"));
    assertThat(checkout.words()).contains("--add-modules=jdk.incubator.vector");
  }

  @Test
  void aJavaWithoutVectorsIsStartedWithoutThem() throws Exception {
    Checkout checkout = Checkout.built(folder);
    checkout.release("JAVA_VERSION=\"17.0.15\"\nMODULES=\"java.base java.se\"\n");

    assertThat(checkout.run("run").code()).isZero();
    assertThat(checkout.words()).doesNotContain("--add-modules=jdk.incubator.vector");
  }
}
