package rote.jobs.start;

import java.io.IOException;
import rote.files.Folder;
import rote.files.InputException;

/** Turns what Spark throws when it starts into one line for the user. */
final class StartFailure {
  private static final String SPARK = "Spark does not start: ";

  private StartFailure() {}

  /**
   * @return for a setting that is wrong
   * @throws IOException if the machine or the network is at fault
   */
  static InputException of(Exception failure) throws IOException {
    String line = told(failure);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        throw new IOException(SPARK + line, failure);
      }
    }
    return new InputException(SPARK + line, failure);
  }

  /** Returns the innermost message; without one, the exception itself. */
  private static String told(Throwable failure) {
    Throwable told = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      told = cause.getMessage() == null ? told : cause;
    }
    boolean isName = told instanceof ClassNotFoundException || told.getMessage() == null;
    return line(String.valueOf(isName ? told : told.getMessage()));
  }

  /** Returns the first line of a message, without Spark's error codes. */
  static String line(String message) {
    return Folder.firstLine(message).replaceFirst("^\\[[A-Z_.]+\\] ", "").replaceFirst(" SQLSTATE: \\w+$", "");
  }
}
