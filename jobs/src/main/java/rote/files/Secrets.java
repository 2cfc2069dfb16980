package rote.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides user, password and key in the addresses that a message shows, so that none of them gets into a log. */
public final class Secrets {
  private static final String MARK = "***";
  private static final Pattern ADVICE = Pattern.compile("\\[?USER:PASSWORD@.*"); // what a message says to write
  private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]*";
  private static final Pattern HOST_ALONE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+[/?#]"); // an @ behind it is the path's
  private static final Pattern ADDRESS = Pattern.compile("(" + SCHEME + ")://([^\\s\"]*)");

  private Secrets() {}

  /** The same text, each address in it without what is secret. */
  public static String hidden(String text) {
    return text == null ? null
        : ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            found.group(1) + "://" + withoutQuery(found.group(1), withoutUser(found.group(1), found.group(2)))));
  }

  /**
   * A text that is one location and nothing else, without what is secret: so it may have blanks and quotes in it, at which
   * {@link #hidden} takes an address to end.
   */
  public static String hiddenLocation(String location) {
    int start = location.indexOf("://") + 3;
    if (start < 3 || !location.substring(0, start - 3).matches(SCHEME)) {
      return location;
    }
    String scheme = location.substring(0, start - 3);
    String rest = location.substring(start);
    return withoutQuery(scheme, isWeb(scheme) && !HOST_ALONE.matcher(rest).lookingAt()
        ? hiddenProxy(location) : location.substring(0, start) + withoutUser(scheme, rest));
  }

  /** An address in which everything before an @ is taken for user and password: that of a proxy has no path. */
  static String hiddenProxy(String address) {
    int start = address.contains("://") ? address.indexOf("://") + 3 : 0;
    int end = address.lastIndexOf('@');
    return end < start ? address : address.substring(0, start) + MARK + address.substring(end);
  }

  /** A container's name before the @, as object stores of Azure have it, is no secret; what has a colon is. */
  private static String withoutUser(String scheme, String rest) {
    String authority = rest.split("[/?#]", 2)[0];
    boolean isOpen = authority.matches("[^@]*:(?!\\d*$)[^@]*"); // a password with / or # in it goes on behind the authority
    int end = isOpen ? rest.lastIndexOf('@') : authority.lastIndexOf('@');
    boolean isSecret = end > 0 && !ADVICE.matcher(rest).matches() && (isWeb(scheme) || rest.lastIndexOf(':', end) >= 0);
    return isSecret ? MARK + rest.substring(end) : rest;
  }

  /** Signatures and tokens are in the queries of web addresses. */
  private static String withoutQuery(String scheme, String rest) {
    int query = rest.indexOf('?');
    return isWeb(scheme) && query >= 0 ? rest.substring(0, query + 1) + MARK : rest;
  }

  private static boolean isWeb(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }
}
