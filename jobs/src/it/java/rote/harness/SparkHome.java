package rote.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with the layout of a Spark distribution: its jars are links to Maven's, and its scripts do what Spark's do.
 */
public record SparkHome(Path folder) {
  private static final String SPARK_CLASS = """
      #!/usr/bin/env bash
      # Executes the command that Spark's launcher prints: a NUL, a line's end, then every word with a NUL behind it.
      mapfile -d '' -t words < <(%s -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "$@")
      words[1]=${words[1]#$'\\n'}
      exec "${words[@]:1}"
      """;
  private static final String SPARK_SUBMIT = """
      #!/usr/bin/env bash
      exec "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.SparkSubmit "$@"
      """;

  /** @param defaults the text of {@code conf/spark-defaults.conf} */
  public static SparkHome create(Path folder, Map<String, String> defaults) throws IOException {
    Files.createDirectories(folder.resolve("jars"));
    for (String jar : Files.readString(JarRun.CLASS_PATH).split(":")) {
      Files.createSymbolicLink(folder.resolve("jars").resolve(Path.of(jar).getFileName()), Path.of(jar));
    }
    Files.createDirectories(folder.resolve("conf"));
    Files.copy(JarRun.LOGGING, folder.resolve("conf/log4j2.properties"));
    Files.writeString(folder.resolve("conf/spark-defaults.conf"), defaults.entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue() + "\n").collect(Collectors.joining()));
    script(folder.resolve("bin/spark-class"), SPARK_CLASS.formatted(JarRun.JAVA));
    script(folder.resolve("bin/spark-submit"), SPARK_SUBMIT);
    return new SparkHome(folder);
  }

  /** Removes the links, which JUnit would follow with a warning each. */
  public void deleteJars() throws IOException {
    try (Stream<Path> jars = Files.list(folder.resolve("jars"))) {
      for (Path jar : jars.toList()) {
        Files.delete(jar);
      }
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Prepares a command whose JVM finds this Spark and uses an address of this machine. */
  public ProcessBuilder command(String address, Path log, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(Map.of("SPARK_HOME", folder.toString(), "SPARK_LOCAL_IP", address,
        "SPARK_SCALA_VERSION", System.getProperty("expected.scala", "2.13"), "JAVA_HOME", System.getProperty("java.home")));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
