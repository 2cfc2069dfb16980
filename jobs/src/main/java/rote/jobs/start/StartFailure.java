package rote.jobs.start;

import java.io.IOException;
import rote.files.Folder;
import rote.files.InputException;

/** Turns what Spark throws at its start into one line for the user. */
final class StartFailure {
  private static final String SPARK = "Spark does not start: ";

  private StartFailure() {}

  /**
   * The exception with the line.
   *
   * @return what a setting causes as an {@link InputException}
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

  /** The innermost message in a line; where there is none, what was thrown. */
  private static String told(Throwable failure) {
    Throwable told = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      told = cause.getMessage() == null ? told : cause;
    }
    boolean isName = told instanceof ClassNotFoundException || told.getMessage() == null;
    return line(String.valueOf(isName ? told : told.getMessage()));
  }

  /** The first line of a message, without the codes that Spark sets around it. */
  static String line(String message) {
    return Folder.firstLine(message).replaceFirst("^\\[[A-Z_.]+\\] ", "").replaceFirst(" SQLSTATE: \\w+$", "");
  }
}
