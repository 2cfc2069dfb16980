package rote.files;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An entry of {@code no_proxy}: {@code *}, a host, a domain, an IP address or a range of them; each with an optional port. */
record DirectHost(String entry) {
  private static final Pattern WITH_PORT = Pattern.compile("(\\[.*\\]|[^:]*):(\\d+)");
  private static final Pattern IP_4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern RANGE = Pattern.compile("(" + IP_4.pattern() + ")/(\\d{1,2})");

  boolean includes(String host, int port) {
    Matcher withPort = WITH_PORT.matcher(entry);
    if (withPort.matches()) {
      return Integer.parseInt(withPort.group(2)) == port && includes(plain(withPort.group(1)), plain(host));
    }
    return includes(plain(entry), plain(host));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
  }

  private static boolean includes(String name, String host) {
    Matcher range = RANGE.matcher(name);
    if (range.matches()) {
      return IP_4.matcher(host).matches() && isIn(host, range.group(1), Integer.parseInt(range.group(6)));
    }
    String domain = name.replaceFirst("^\\*?\\.", "");
    return name.equals("*") || !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }

  private static boolean isIn(String host, String first, int bits) {
    long mask = bits == 0 ? 0 : 0xffffffffL << Integer.SIZE - Math.min(bits, Integer.SIZE) & 0xffffffffL;
    return (number(host) & mask) == (number(first) & mask);
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.")) {
      number = number << Byte.SIZE | Integer.parseInt(part);
    }
    return number;
  }
}
