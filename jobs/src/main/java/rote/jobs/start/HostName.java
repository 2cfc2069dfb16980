package rote.jobs.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.util.Utils;
import rote.files.InputException;

/**
 * This machine's name.
 *
 * <p>Name servers may not know it, or may be slow or silent. So none is asked where all of Spark is in one JVM.
 */
public final class HostName {
  private static final Path KERNELS = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** Looked up once, when first needed. */
  private static final class Found {
    static final String NAME = find(System.getenv());
  }

  /** Returns what the system says, without asking a name server; {@code unknown} where nothing says it. */
  public static String ofThisMachine() {
    return Found.NAME;
  }

  private static String find(Map<String, String> environment) {
    try {
      return Files.readString(KERNELS).strip();
    } catch (IOException e) { // not Linux
      return Stream.of("HOSTNAME", "COMPUTERNAME").map(name -> environment.getOrDefault(name, ""))
          .filter(name -> !name.isBlank()).findFirst().orElseGet(HostName::resolved);
    }
  }

  private static String resolved() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /**
   * Gives Spark a usable name; to be called before the first of Spark's classes is loaded, whose settings look one up.
   *
   * @param host spark.driver.host, or null
   */
  static void tellSpark(String master, String host) {
    boolean isGiven = System.getenv("SPARK_LOCAL_HOSTNAME") != null || System.getenv("SPARK_LOCAL_IP") != null;
    if (isGiven) {
      return;
    }
    if (master.startsWith("local")) {
      Utils.setCustomHostname(host == null ? "localhost" : host);
    } else if (resolved().equals("unknown")) { // executors elsewhere must reach the driver
      Utils.setCustomHostname(host == null ? address().orElse("localhost") : host);
    }
  }

  /** @throws InputException if SPARK_LOCAL_IP has no address: Spark's classes would not load */
  static void check(Map<String, String> environment) {
    String address = environment.getOrDefault("SPARK_LOCAL_IP", "");
    try {
      InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new InputException("SPARK_LOCAL_IP is " + address + ", which is neither an address nor a known host; set it to"
          + " an address of this machine, or unset it", e);
    }
  }

  /** Returns the first address by which others may reach this machine. */
  private static Optional<String> address() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress).findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }
}
