package rote.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.security.UserGroupInformation;

/** The user that Hadoop takes us for, where the system has no name for ours: a container runs under any number. */
public final class HadoopUser {
  private HadoopUser() {}

  /** Gives a name to a user that Hadoop finds none for; to be called before anything of Hadoop asks. */
  public static void ensure() {
    try {
      UserGroupInformation.getLoginUser();
    } catch (IOException | RuntimeException e) {
      if (!UserGroupInformation.isSecurityEnabled()) { // by Kerberos a name must be proved
        UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name(System.getenv())));
      }
    }
  }

  /** What the environment calls the user, or else the number. */
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
