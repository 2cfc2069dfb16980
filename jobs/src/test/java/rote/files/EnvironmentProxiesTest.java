package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {
  private static final Proxy NAMED = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));
  private static final URI SAFE = URI.create("https://a.example/");
  private static final URI PLAIN = URI.create("http://a.example/");

  @Test
  void eachSchemeHasItsVariable() {
    EnvironmentProxies https = EnvironmentProxies.of(Map.of("https_proxy", "http://proxy.example:3128", "HTTP_PROXY", ""));
    assertThat(https.select(SAFE)).containsExactly(NAMED);
    assertThat(https.select(PLAIN)).containsExactly(Proxy.NO_PROXY);
    assertThat(EnvironmentProxies.of(Map.of("HTTP_PROXY", "proxy.example:3128")).select(PLAIN)).containsExactly(NAMED);
    EnvironmentProxies all = EnvironmentProxies.of(Map.of("ALL_PROXY", "proxy.example:3128", "http_proxy", "http://other:1"));
    assertThat(all.select(SAFE)).containsExactly(NAMED);
    assertThat(all.select(PLAIN)).doesNotContain(NAMED);
  }

  @ParameterizedTest
  @CsvSource({
    "'localhost, .inside.example', https://a.inside.example/, true", "'localhost, .inside.example', https://beinside.example/, false",
    "*.inside.example, https://a.inside.example/, true", "inside.example, https://INSIDE.example/, true",
    "a.example:8443, https://a.example:8443/, true", "a.example:8443, https://a.example/, false",
    "a.example:443, https://a.example/, true", "10.1.2.3, http://10.1.2.3/, true", "10.0.0.0/8, http://10.1.2.3:80/, true",
    "10.0.0.0/16, http://10.1.2.3/, false", "::1, http://[::1]:8000/, true", "[::1]:8000, http://[::1]:8000/, true",
    "*, https://a.example/, true", "'', https://a.example/, false"})
  void noProxyListsHostsThatAreReachedDirectly(String entries, URI address, boolean isDirect) {
    EnvironmentProxies proxies = EnvironmentProxies.of(Map.of("all_proxy", "proxy.example:3128", "NO_PROXY", entries));
    assertThat(proxies.select(address)).isEqualTo(java.util.List.of(isDirect ? Proxy.NO_PROXY : NAMED));
    assertThat(proxies.of(address).isEmpty()).isEqualTo(isDirect);
  }

  @Test
  void userAndPasswordAreDecoded() {
    EnvironmentProxies proxies = EnvironmentProxies.of(Map.of("https_proxy", "http://me:p%23%40a%3Ass@proxy.example:3128"));
    assertThat(proxies.of(SAFE).orElseThrow().login()).contains("me:p#@a:ss");
    assertThat(proxies.select(SAFE)).containsExactly(NAMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:pa#ss@proxy:3128", "http://user:pa/ss@proxy:3128", "http://us@er:pa@ss@proxy:3128",
    "http://user:pa%ss@proxy:3128", "user:pa ss@proxy:3128", "http://user:pa?ss@proxy:3128", "http://user:12#34pass@proxy:3128"})
  void aPasswordThatIsNotEncodedIsNotShown(String value) {
    assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("https_proxy", value)).select(SAFE))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("https_proxy must be http://\\[USER:PASSWORD@]HOST:PORT, was (http://)?\\*\\*\\*@proxy:3128; "
            + "in user and password write # as %23, / as %2F, @ as %40, : as %3A and % as %25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://u:secret@proxy:1080", "socks://proxy:1080", "SOCKS5H://proxy:1080", "https://u:secret@proxy:443"})
  void anUnsupportedKindOfProxyIsAnErrorWithARemedy(String value) {
    assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("ALL_PROXY", value)).select(SAFE)).isInstanceOf(InputException.class)
        .hasMessageStartingWith("ALL_PROXY names a proxy of the kind ").hasMessageNotContaining("secret")
        .hasMessageEndingWith(", and Rote goes through HTTP proxies only: set ALL_PROXY=http://HOST:PORT, or bring the files by hand");
  }

  @Test
  void messagesSpellTheVariableAsTheEnvironmentDoes() {
    assertThatThrownBy(() -> EnvironmentProxies.of(Map.of("HTTP_PROXY", ":x")).select(PLAIN))
        .isInstanceOf(InputException.class).hasMessageStartingWith("HTTP_PROXY must be http://[USER:PASSWORD@]HOST:PORT, was :x; ");
  }
}
