package rote.files;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy from an environment variable.
 *
 * @param login user and password, joined by a colon
 */
record NamedProxy(String variable, String host, int port, Optional<String> login) {
  private static final int PORT = 80;

  /**
   * Reads {@code [http://][USER:PASSWORD@]HOST[:PORT]}.
   *
   * @throws InputException without user and password, if the text is anything else
   */
  static NamedProxy of(String variable, String text) {
    String scheme = text.contains("://") ? text.substring(0, text.indexOf("://")).toLowerCase(Locale.ROOT) : "http";
    if (scheme.startsWith("socks") || scheme.equals("https")) {
      throw new InputException(variable + " names a proxy of the kind " + scheme + " (" + Secrets.hiddenProxy(text)
          + "), and Rote goes through HTTP proxies only: set " + variable + "=http://HOST:PORT, or bring the files by hand");
    }
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      boolean endsThere = uri.getRawPath().matches("/?") && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (scheme.equals("http") && uri.getHost() != null && endsThere) {
        return new NamedProxy(variable, uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort(),
            Optional.ofNullable(uri.getUserInfo()));
      }
    } catch (IllegalArgumentException e) {
      // Reported below, without the text, which may have a password.
    }
    throw new InputException(variable + " must be http://[USER:PASSWORD@]HOST:PORT, was " + Secrets.hiddenProxy(text)
        + "; in user and password write # as %23, / as %2F, @ as %40, : as %3A and % as %25");
  }

  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }
}
