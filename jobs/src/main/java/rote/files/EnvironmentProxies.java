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
 * The JDK's proxies ({@code -Dhttps.proxyHost} and so on), or else those of the environment: {@code https_proxy},
 * {@code http_proxy}, {@code all_proxy} and {@code no_proxy}, in lower or upper case.
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

  /** @throws InputException if the proxy is of an unsupported kind */
  @Override
  public List<Proxy> select(URI address) {
    List<Proxy> ofJdk = jdk.select(address);
    if (ofJdk.stream().anyMatch(proxy -> proxy.type() == Proxy.Type.SOCKS)) {
      throw new InputException("-DsocksProxyHost names a SOCKS proxy, and Rote goes through HTTP proxies only:"
          + " set -Dhttps.proxyHost and -Dhttps.proxyPort, or bring the files by hand");
    }
    return isNone(ofJdk) ? named(address).map(NamedProxy::proxy).map(List::of).orElse(ofJdk) : ofJdk;
  }

  /** Returns the environment's proxy for an address; empty if it is reached directly or the JDK has a proxy. */
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

  /** Returns the spellings, lower case first, of a variable that is set. */
  private Stream<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .filter(spelling -> !environment.getOrDefault(spelling, "").isBlank());
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
    jdk.connectFailed(address, proxy, failure);
  }
}
