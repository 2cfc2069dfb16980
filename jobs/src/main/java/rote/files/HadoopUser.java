package rote.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.security.UserGroupInformation;

/** Names the user for Hadoop if the system does not, as in a container that runs under any number. */
public final class HadoopUser {
  private HadoopUser() {}

  /** Must be called before anything in Hadoop asks for the user. */
  public static void ensure() {
    try {
      UserGroupInformation.getLoginUser();
    } catch (IOException | RuntimeException e) {
      if (!UserGroupInformation.isSecurityEnabled()) { // Kerberos wants proof of a name
        UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name(System.getenv())));
      }
    }
  }

  /** Returns the name in the environment, or else the user's number. */
  static String name(Map<String, String> environment) {
    return Stream.of("HADOOP_USER_NAME", "SPARK_USER", "USER", "LOGNAME").map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isBlank()).findFirst().orElseGet(HadoopUser::number);
  }

  private static String number() {
    try {
      return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "unknown";
    }
  }
}
