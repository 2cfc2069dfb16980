package rote.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads web addresses through this machine's proxies, with a limit to every wait. */
public final class Web {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_PORT = 65_535;
  /** Unless this is empty, the JDK sends no password to a proxy for an https address. */
  private static final String TUNNELLING = "jdk.http.auth.tunneling.disabledSchemes";

  private final EnvironmentProxies proxies;
  private final Duration timeout;
  private final HttpClient client;

  /** @param timeout how long a server may take to answer, and how long it may be silent afterwards */
  public Web(EnvironmentProxies proxies, Duration timeout) {
    this.proxies = proxies;
    this.timeout = timeout;
    this.client = client(proxies, timeout);
  }

  /** Sets the property only while the client's classes load, which read it once: others in this JVM may read it later. */
  private static synchronized HttpClient client(EnvironmentProxies proxies, Duration timeout) {
    boolean isOurs = System.getProperty(TUNNELLING) == null;
    if (isOurs) {
      System.setProperty(TUNNELLING, "");
    }
    try {
      return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(proxies).connectTimeout(timeout).build();
    } finally {
      if (isOurs) {
        System.clearProperty(TUNNELLING);
      }
    }
  }

  public static Web ofThisMachine() {
    return Here.WEB;
  }

  /** Loads on first use: most commands do not use the web. */
  private static final class Here {
    private static final Web WEB = new Web(EnvironmentProxies.of(System.getenv()), TIMEOUT);
  }

  public static boolean isAddress(String location) {
    return location.matches("(?i)https?://.*");
  }

  /** Appends a name to the path of an address, before its query, which may be a signature. */
  static String within(String folder, String name) {
    String path = folder.split("[?#]", 2)[0];
    return path + (path.endsWith("/") ? "" : "/") + name + folder.substring(path.length());
  }

  /** @throws InputException without the secrets in the text, if it is not an address */
  static URI address(String text) {
    try {
      URI uri = URI.create(text.replace(" ", "%20"));
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, without the text, which may have a password.
    }
    throw new InputException(Secrets.hiddenLocation(text) + ": is not a web address");
  }

  /**
   * @throws FileNotFoundException if the server has nothing there
   * @throws AccessDeniedException with the reason, if the server forbids it or does not say whether it exists
   * @throws IOException with the reason but without the address
   */
  InputStream open(URI address) throws IOException {
    HttpResponse<InputStream> answer = ask(address, Map.of());
    if (answer.statusCode() == 200) {
      return body(answer);
    }
    answer.body().close();
    if (answer.statusCode() == 404 || answer.statusCode() == 410) {
      throw new FileNotFoundException("not there");
    }
    String status = status(answer.statusCode(), address);
    throw answer.statusCode() == 403 ? new AccessDeniedException(null, null, status) : new IOException(status);
  }

  /** Asks for an address and follows its redirects. */
  public HttpResponse<InputStream> ask(URI address, Map<String, String> headers) throws IOException {
    URI at = address;
    for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
      HttpResponse<InputStream> answer = askOnce(at, headers);
      Optional<URI> next = answer.statusCode() / 100 == 3 ? next(at, answer) : Optional.empty();
      if (next.isEmpty()) {
        return answer;
      }
      answer.body().close();
      at = next.get();
    }
    throw new IOException("redirects more than " + MAX_REDIRECTS + " times");
  }

  /** Returns where a redirect leads; empty if that is from https to http. */
  private static Optional<URI> next(URI from, HttpResponse<?> answer) throws IOException {
    try {
      return answer.headers().firstValue("Location").map(from::resolve)
          .filter(to -> isAddress(to.toString()))
          .filter(to -> to.getScheme().equalsIgnoreCase("https") || from.getScheme().equalsIgnoreCase("http"))
          .map(Web::withHost);
    } catch (IllegalArgumentException e) {
      throw new IOException("redirects to what is not an address", e);
    }
  }

  private static URI withHost(URI address) {
    if (address.getHost() == null || address.getPort() > MAX_PORT) {
      throw new IllegalArgumentException("no host or an impossible port");
    }
    return address;
  }

  private HttpResponse<InputStream> askOnce(URI address, Map<String, String> headers) throws IOException {
    proxies.select(address); // reports what is wrong with a proxy, which the client would hide
    HttpRequest.Builder request = HttpRequest.newBuilder(withoutUser(address));
    headers.forEach(request::header);
    Optional.ofNullable(address.getUserInfo()).map(NamedProxy::basic).ifPresent(login -> request.header("Authorization", login));
    proxies.of(address).flatMap(NamedProxy::login).map(NamedProxy::basic)
        .ifPresent(login -> request.header("Proxy-Authorization", login));
    try {
      return PatientStream.await(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()), timeout);
    } catch (IOException e) {
      throw new IOException(reason(e) + proxies.of(address).map(proxy -> through(proxy)).orElse(""), e);
    }
  }

  private static URI withoutUser(URI address) {
    return address.getRawUserInfo() == null ? address
        : URI.create(address.toString().replace("//" + address.getRawUserInfo() + "@", "//"));
  }

  public InputStream body(HttpResponse<InputStream> answer) {
    return new PatientStream(answer.body(), timeout);
  }

  /** Describes a status that brings no content. */
  public String status(int code, URI address) {
    String answers = "answers with status " + code;
    return switch (code) {
      case 401, 403 -> answers + ": reading is not allowed";
      case 407 -> answers + proxies.of(address).map(Web::login).orElse(": the proxy needs a user and a password");
      default -> answers;
    };
  }

  private static String login(NamedProxy proxy) {
    return proxy.login().isPresent()
        ? ": the proxy " + proxy.host() + ":" + proxy.port() + " does not accept the user and password of " + proxy.variable()
        : ": the proxy needs a user and a password: " + proxy.variable() + "=http://USER:PASSWORD@" + proxy.host() + ":"
            + proxy.port();
  }

  private static String through(NamedProxy proxy) {
    return ", through the proxy " + proxy.host() + ":" + proxy.port() + " of " + proxy.variable();
  }

  /** Describes a failure, which the client's exceptions often do by their class alone. */
  public static String reason(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "no such host";
      }
    }
    String kind = e instanceof ConnectException ? "cannot be connected to" : e.getClass().getSimpleName();
    return e.getMessage() == null ? kind : e.getMessage().lines().findFirst().orElse(kind);
  }
}
