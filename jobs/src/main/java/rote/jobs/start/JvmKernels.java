package rote.jobs.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.network.vector.KernelChoice;

/** The kernels of this JVM, driver or executor: chosen once, with one line in the log that says why. */
public final class JvmKernels {
  private static final Logger LOG = LoggerFactory.getLogger(JvmKernels.class);
  private static KernelChoice choice;

  private JvmKernels() {}

  /** @throws rote.files.InputException if what {@code -Drote.kernels} asks for is not available */
  public static synchronized KernelChoice choice() {
    if (choice == null) {
      choice = KernelChoice.ofThisJvm();
      if (choice.isSlow()) {
        LOG.warn("{}; training is slow", choice);
      } else {
        LOG.info("{}", choice);
      }
    }
    return choice;
  }
}
