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
 * What this machine is called.
 *
 * <p>A machine's own name need not be one that any name server knows, and a name server may be slow or silent. So none is asked
 * where all of Spark is in one JVM.
 */
public final class HostName {
  private static final Path KERNELS = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** Looked up once, and only where it is asked for. */
  private static final class Found {
    static final String NAME = find(System.getenv());
  }

  /** The name without its domain's rules: what the system says; {@code unknown} where nothing does. */
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
   * Tells Spark a name that it can use, before its settings look one up; to be called before the first of Spark's classes.
   *
   * @param master Spark's
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

  /** @throws InputException if Spark could not find the address that the user gives this machine: its classes would not load */
  static void check(Map<String, String> environment) {
    String address = environment.getOrDefault("SPARK_LOCAL_IP", "");
    try {
      InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new InputException("SPARK_LOCAL_IP is " + address + ", which is no address, and no host that is known; let it be"
          + " an address of this machine, or unset it", e);
    }
  }

  /** The first address by which others may reach this machine. */
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
