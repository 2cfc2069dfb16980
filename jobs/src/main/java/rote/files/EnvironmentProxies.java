package rote.files;

import java.io.IOException;
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

/**
 * The proxies of the JDK ({@code -Dhttps.proxyHost} and its like); where it has none, those that the environment names
 * ({@code https_proxy}, {@code http_proxy}, {@code all_proxy}, {@code no_proxy}, in small or capital letters).
 */
public final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> environment;
  private final ProxySelector jdk = ProxySelector.getDefault();

  private EnvironmentProxies(Map<String, String> environment) {
    this.environment = environment;
  }

  public static EnvironmentProxies of(Map<String, String> environment) {
    return new EnvironmentProxies(environment);
  }

  /** @throws InputException if the proxy is none that can be spoken to */
  @Override
  public List<Proxy> select(URI address) {
    List<Proxy> ofJdk = jdk.select(address);
    if (ofJdk.stream().anyMatch(proxy -> proxy.type() == Proxy.Type.SOCKS)) {
      throw new InputException("-DsocksProxyHost names a SOCKS proxy, and Rote goes through HTTP proxies only:"
          + " set -Dhttps.proxyHost and -Dhttps.proxyPort, or bring the files by hand");
    }
    return isNone(ofJdk) ? named(address).map(NamedProxy::proxy).map(List::of).orElse(ofJdk) : ofJdk;
  }

  /** The environment's proxy for an address; empty where it is reached directly, or the JDK has one of its own. */
  Optional<NamedProxy> of(URI address) {
    return isNone(jdk.select(address)) ? named(address) : Optional.empty();
  }

  private static boolean isNone(List<Proxy> proxies) {
    return proxies.equals(List.of(Proxy.NO_PROXY));
  }

  private Optional<NamedProxy> named(URI address) {
    if (isDirect(address)) {
      return Optional.empty();
    }
    return Stream.of(address.getScheme().toLowerCase(Locale.ROOT) + "_proxy", "all_proxy").flatMap(this::variable).findFirst()
        .map(variable -> NamedProxy.of(variable, environment.get(variable).strip()));
  }

  private boolean isDirect(URI address) {
    int usual = address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    String[] entries = variable("no_proxy").findFirst().map(environment::get).orElse("").split("[,\\s]+");
    return Arrays.stream(entries).anyMatch(entry -> new DirectHost(entry).includes(address.getHost(), port));
  }

  /** A variable that has a value, by its name in small letters. */
  private Stream<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .filter(spelling -> !environment.getOrDefault(spelling, "").isBlank());
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
    jdk.connectFailed(address, proxy, failure);
  }
}
