package rote.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rote.data.InputException;

/**
 * The proxies of the JDK ({@code -Dhttps.proxyHost} and its like); where it has none, those that the environment names
 * ({@code https_proxy}, {@code http_proxy}, {@code no_proxy}, in small or capital letters).
 */
final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> environment;
  private final ProxySelector jdk = ProxySelector.getDefault();

  private EnvironmentProxies(Map<String, String> environment) {
    this.environment = environment;
  }

  static ProxySelector selector(Map<String, String> environment) {
    return new EnvironmentProxies(environment);
  }

  @Override
  public List<Proxy> select(URI address) {
    List<Proxy> first = jdk.select(address);
    Optional<String> named = value(address.getScheme() + "_proxy").filter(proxy -> !isDirect(address.getHost()));
    return first.equals(List.of(Proxy.NO_PROXY)) ? named.map(EnvironmentProxies::proxy).map(List::of).orElse(first) : first;
  }

  private static Proxy proxy(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() != null) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new InputException("the environment's proxy must be http://HOST:PORT, was " + text);
  }

  /** Whether no_proxy names a host, or a domain that it is in. */
  private boolean isDirect(String host) {
    return Arrays.stream(value("no_proxy").orElse("").split("[,\\s]+")).map(name -> name.replaceFirst("^\\*?\\.", ""))
        .anyMatch(name -> name.equals("*") || !name.isEmpty() && (host.equals(name) || host.endsWith("." + name)));
  }

  private Optional<String> value(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT)).map(environment::get)
        .filter(value -> value != null && !value.isEmpty()).findFirst();
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
    jdk.connectFailed(address, proxy, failure);
  }
}
