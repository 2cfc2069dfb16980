package rote.network.vector;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.util.Optional;
import rote.files.InputException;
import rote.network.Kernels;
import rote.network.ReferenceKernels;

/**
 * Chooses the kernels that this JVM trains with, and says why.
 *
 * <p>{@code -Drote.kernels=reference|vector} forces a choice; otherwise vectors are used if they are fast.
 *
 * @param isVector whether they are {@link VectorKernels}, and not {@link ReferenceKernels}
 * @param reason why, in a few words
 * @param isSlow whether training is slow because something is missing that the reason names
 */
public record KernelChoice(boolean isVector, String reason, boolean isSlow) {
  private static final String PROPERTY = "rote.kernels";
  private static final String MODULE = "jdk.incubator.vector";
  private static final String NO_FMA =
      "neither the processor nor the JVM's options offer fused multiply-add, and without it every one is computed in software";

  /** @throws InputException if {@code rote.kernels} names kernels that are unknown or unavailable */
  public static KernelChoice ofThisJvm() {
    String forced = System.getProperty(PROPERTY);
    String obstacle = obstacle();
    if (forced == null) {
      return new KernelChoice(
          obstacle == null, obstacle == null ? VectorKernels.bits() + "-bit vectors" : obstacle, obstacle != null);
    }
    if (!forced.equals("reference") && !forced.equals("vector")) {
      throw new InputException("-D" + PROPERTY + "=" + forced + ": must be reference or vector");
    }
    if (forced.equals("vector") && obstacle != null) {
      throw new InputException("-D" + PROPERTY + "=vector is unavailable: " + obstacle);
    }
    return new KernelChoice(
        forced.equals("vector"), "as -D" + PROPERTY + " says" + (hasFma() ? "" : "; " + NO_FMA), !hasFma());
  }

  /** Returns how wide the vectors of a JVM of this Java are that is started with their module; 0 where it has none. */
  public static int vectorBits() {
    return ModuleFinder.ofSystem().find(MODULE).isEmpty() ? 0 : Byte.SIZE * Integer.parseInt(option("MaxVectorSize", "0"));
  }

  /** Returns why this JVM makes no use of them, in words that follow their width; empty if it does. */
  public static Optional<String> unused() {
    return Optional.ofNullable(obstacle()).map(why -> ", not in use: " + why);
  }

  /** Returns why vectors are not fast here; null if they are. */
  private static String obstacle() {
    if (!hasFma()) {
      return NO_FMA;
    }
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return ModuleFinder.ofSystem().find(MODULE).isEmpty()
          ? "this Java comes without the module " + MODULE : "the JVM was started without --add-modules=" + MODULE;
    }
    boolean interpreted = System.getProperty("java.vm.info", "").contains("interpreted");
    return interpreted || !option("TieredStopAtLevel", "4").equals("4")
        ? "the JVM's options keep its optimising compiler out" : null;
  }

  private static boolean hasFma() {
    return option("UseFMA", "true").equals("true");
  }

  /** Returns the value of a HotSpot option, or the default in a JVM without it. */
  private static String option(String name, String otherwise) {
    try {
      HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return options == null ? otherwise : options.getVMOption(name).getValue();
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  /** Makes kernels for one thread. */
  public Kernels kernels() {
    return isVector ? new VectorKernels() : new ReferenceKernels();
  }

  /** Returns {@code reference} or {@code vector}. */
  public String name() {
    return isVector ? "vector" : "reference";
  }

  /** Returns the kernels and the reason, in one line. */
  @Override
  public String toString() {
    return name() + " kernels: " + reason;
  }
}
