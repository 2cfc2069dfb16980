package rote.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides users, passwords and keys in addresses, so that no message or log shows them. */
public final class Secrets {
  private static final String MARK = "***";
  private static final Pattern ADVICE = Pattern.compile("\\[?USER:PASSWORD@.*"); // from a message that says what to write
  private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]*";
  private static final Pattern HOST_ALONE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+[/?#]"); // then an @ is the path's
  private static final Pattern ADDRESS = Pattern.compile("(" + SCHEME + ")://([^\\s\"]*)");

  private Secrets() {}

  /** Hides the secrets in all addresses of a text. */
  public static String hidden(String text) {
    return text == null ? null
        : ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            found.group(1) + "://" + withoutQuery(found.group(1), withoutUser(found.group(1), found.group(2)))));
  }

  /** Hides the secrets in a single location, which may have blanks and quotes, where {@link #hidden} would end an address. */
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

  /** Hides everything before the @: a proxy's address has no path that could contain one. */
  static String hiddenProxy(String address) {
    int start = address.contains("://") ? address.indexOf("://") + 3 : 0;
    int end = address.lastIndexOf('@');
    return end < start ? address : address.substring(0, start) + MARK + address.substring(end);
  }

  /** Hides user and password, but not the name of an Azure container before the @, which has no colon. */
  private static String withoutUser(String scheme, String rest) {
    String authority = rest.split("[/?#]", 2)[0];
    boolean isOpen = authority.matches("[^@]*:(?!\\d*$)[^@]*"); // a password with / or # continues after the authority
    int end = isOpen ? rest.lastIndexOf('@') : authority.lastIndexOf('@');
    boolean isSecret = end > 0 && !ADVICE.matcher(rest).matches() && (isWeb(scheme) || rest.lastIndexOf(':', end) >= 0);
    return isSecret ? MARK + rest.substring(end) : rest;
  }

  /** Hides the query of a web address, where signatures and tokens are. */
  private static String withoutQuery(String scheme, String rest) {
    int query = rest.indexOf('?');
    return isWeb(scheme) && query >= 0 ? rest.substring(0, query + 1) + MARK : rest;
  }

  private static boolean isWeb(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }
}
