package rote.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import rote.files.Sha256;

/** The SHA-256 of a text inside the text itself, by which edits are found. It is taken with zeros in place of the digest. */
public final class TextSeal {
  private static final String MARK = "rote-sha256:";
  private static final int DIGITS = 64;

  /** A text must contain this to be sealed; the last one is filled in. */
  public static final String BLANK = MARK + "0".repeat(DIGITS);

  /** The same as a comment of HTML, for the end of a page. */
  public static final String OF_PAGE = "<!-- " + BLANK + " -->\n";

  private TextSeal() {}

  public static String sealed(String text) {
    int at = text.lastIndexOf(BLANK);
    if (at < 0) {
      throw new IllegalArgumentException("the text has no " + BLANK);
    }
    String digest = digest(text.getBytes(StandardCharsets.UTF_8));
    return text.substring(0, at) + MARK + digest + text.substring(at + BLANK.length());
  }

  /** Whether a text is as it was sealed; empty if it has no seal. */
  static Optional<Boolean> isIntact(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1); // one character per byte
    int at = text.lastIndexOf(MARK);
    if (at < 0 || text.length() < at + BLANK.length()) {
      return Optional.empty();
    }
    String blank = text.substring(0, at) + BLANK + text.substring(at + BLANK.length());
    String stated = text.substring(at + MARK.length(), at + BLANK.length());
    return Optional.of(stated.equals(digest(blank.getBytes(StandardCharsets.ISO_8859_1))));
  }

  private static String digest(byte[] bytes) {
    return Sha256.hex(Sha256.digest().digest(bytes));
  }
}
