package rote.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rote.network.KernelChoice;

/** The kernels of this JVM, driver or executor: chosen once, with one line in its log that says why. */
final class JvmKernels {
  private static final Logger LOG = LoggerFactory.getLogger(JvmKernels.class);
  private static KernelChoice choice;

  private JvmKernels() {}

  /** @throws rote.data.InputException if what {@code -Drote.kernels} asks for cannot be had */
  static synchronized KernelChoice choice() {
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
