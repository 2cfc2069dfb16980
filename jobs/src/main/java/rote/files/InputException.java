package rote.files;

/**
 * A mistake in what the user gave: a file, a key, a value or a place; its message is the one line the user sees.
 *
 * <p>The message names the file, the key where there is one, what was found and what would be right. The program ends
 * with exit code 2 and has written nothing.
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
