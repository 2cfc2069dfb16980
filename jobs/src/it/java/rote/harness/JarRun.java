package rote.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rote.store.Output;
import rote.store.Tables;
import rote.trial.TrialRecord;

/** Runs one experiment by the shipped jar, each time in its own JVM and to its own output. */
public record JarRun(Path folder, String yaml) {
  public static final List<String> VECTORS = List.of("--add-modules=jdk.incubator.vector");
  public static final String JAVA = ProcessHandle.current().info().command().orElseThrow();
  public static final Path JAR = Path.of("target/rote.jar").toAbsolutePath();

  /** Restores SIGINT and SIGHUP, which programs that a shell starts in the background would otherwise ignore. */
  public static final List<String> INTERRUPTIBLE = List.of("env", "--default-signal=INT,HUP");

  /** A file with the jars of Spark, separated by colons. */
  public static final Path CLASS_PATH = Path.of(System.getProperty("runtime.class-path", "target/classpath"));
  public static final Path LOGGING = Path.of("../conf/log4j2.properties").toAbsolutePath().normalize();

  public Process start(String out, List<String> jvmOptions, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(INTERRUPTIBLE);
    command.addAll(List.of(JAVA, "@../conf/jvm.options", "-Dlog4j2.configurationFile=" + LOGGING, "-Drote.strict=true"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", JAR + ":" + Files.readString(CLASS_PATH), "rote.cli.Main"));
    command.addAll(runCommand(out));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(logFile(out).toFile()).start();
  }

  /** Returns the arguments, to which options may be added. */
  public List<String> runCommand(String out) throws IOException {
    Path file = Files.writeString(folder.resolve("experiment.yaml"), yaml);
    return List.of("run", file.toString(), "--out", folder.resolve(out).toString());
  }

  public Path logFile(String out) {
    return folder.resolve(out + ".log");
  }

  public String log(String out) throws IOException {
    return Files.readString(logFile(out));
  }

  public List<TrialRecord> records(String out) throws IOException {
    return new Tables(Output.at(folder.resolve(out).toString())).read();
  }
}
