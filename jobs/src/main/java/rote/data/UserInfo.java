package rote.data;

import java.util.regex.Pattern;

/** What stands before {@code @} in a URI: a user, and perhaps a password, which no message must show. */
public final class UserInfo {
  /** Up to the last {@code @} of the host's part, or of a secret with a slash; Azure names a container there. */
  private static final Pattern OF_URI =
      Pattern.compile("(?<!\\b(?:abfss?|wasbs?))://(?:[^/\\s]*@|[^/:@\\s]+:(?!\\d*/)[^@\\s]*@)");

  private UserInfo() {}

  /** A text in which every URI is without its user. */
  public static String masked(String text) {
    return OF_URI.matcher(text).replaceAll("://");
  }
}
