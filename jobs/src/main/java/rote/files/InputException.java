package rote.files;

/**
 * A mistake in what the user gave. Its message is the one line that the user sees: the file, the key if there is one, what was
 * found and what would be right. The program exits with code 2 and has written nothing.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
