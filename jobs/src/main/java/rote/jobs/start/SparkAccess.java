package rote.jobs.start;

import java.io.IOException;
import rote.files.FileSystems;
import rote.files.InputException;

/** The way of a call to Spark: it starts one of its own, or uses the one of its JVM's owner. */
public interface SparkAccess {
  /** Returns the file systems as this Spark reaches them. */
  FileSystems fileSystems();

  /** @throws InputException if a setting is wrong; to be called before anything is written */
  void check();

  /** Lets what Spark needs load while the caller does something else, if it is to be started. */
  default void prepare() {}

  /**
   * Starts Spark, or joins the one that runs.
   *
   * @throws InputException if a setting is wrong
   * @throws IOException if the machine is at fault: its memory, folders, network or ports
   */
  RunningSpark open(String name) throws IOException;
}
