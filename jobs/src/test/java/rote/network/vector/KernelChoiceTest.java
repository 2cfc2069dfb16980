package rote.network.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rote.files.InputException;
import rote.network.ReferenceKernels;

/** Runs in JVMs with and without vectors; the build says what to expect of each. */
class KernelChoiceTest {
  private static final String FORCE = "rote.kernels";
  private static final boolean HAS_VECTORS = expected().equals("vector");

  private static String expected() {
    String expected = System.getProperty("expected.kernels");
    assertThat(expected).as("-Dexpected.kernels, which the build sets").isIn("vector", "reference");
    return expected;
  }

  @AfterEach
  void choiceIsFreeAgain() {
    System.clearProperty(FORCE);
  }

  @Test
  void vectorsAreUsedIfAvailableAndTheReasonIsGiven() {
    KernelChoice choice = KernelChoice.ofThisJvm();
    assertThat(choice.name()).isEqualTo(expected()).isEqualTo(choice.kernels().name());
    assertThat(choice.isSlow()).isEqualTo(!HAS_VECTORS);
    assertThat(choice.toString()).matches(HAS_VECTORS
        ? "vector kernels: (512|256|128)-bit vectors"
        : "reference kernels: the JVM was started without --add-modules=jdk.incubator.vector");
  }

  @Test
  void vectorsAreNoWiderThanTheJvmAllows() {
    int most = Integer.getInteger("most.bits", 512); // of the JVM; the processor may have less
    int widest = HAS_VECTORS ? Math.min(most, FloatVector.SPECIES_PREFERRED.vectorBitSize()) : 0;
    assertThat(HAS_VECTORS ? VectorKernels.bits() : 0).isEqualTo(widest);
  }

  @Test
  void referenceKernelsCanBeForced() {
    System.setProperty(FORCE, "reference");
    assertThat(KernelChoice.ofThisJvm().toString()).isEqualTo("reference kernels: as -Drote.kernels says");
    assertThat(KernelChoice.ofThisJvm().kernels()).isInstanceOf(ReferenceKernels.class);
  }

  @Test
  void vectorKernelsCanBeForcedOnlyIfAvailable() {
    System.setProperty(FORCE, "vector");
    if (HAS_VECTORS) {
      assertThat(KernelChoice.ofThisJvm().name()).isEqualTo("vector");
    } else {
      assertThatThrownBy(KernelChoice::ofThisJvm).isInstanceOf(InputException.class)
          .hasMessage("-Drote.kernels=vector is unavailable: the JVM was started without --add-modules=jdk.incubator.vector");
    }
  }

  @Test
  void otherNamesAreRefused() {
    System.setProperty(FORCE, "fast");
    assertThatThrownBy(KernelChoice::ofThisJvm).isInstanceOf(InputException.class)
        .hasMessage("-Drote.kernels=fast: must be reference or vector");
  }
}
