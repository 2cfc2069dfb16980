package rote.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rote.store.Output;
import rote.store.Tables;
import rote.store.TrialRecord;

/** Runs of one experiment by the shipped jar in JVMs of their own, each to an output of its own below a folder. */
record JarRun(Path folder, String yaml) {
  static final List<String> VECTORS = List.of("--add-modules=jdk.incubator.vector");

  Process start(String out, List<String> jvmOptions, String... arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("experiment.yaml"), yaml);
    Path target = Path.of("target").toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("@" + Path.of("..", "conf", "jvm.options"));
    command.add("-Dlog4j2.configurationFile=" + Path.of("..", "conf", "log4j2.properties").toAbsolutePath().normalize());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", target.resolve("rote.jar") + ":" + Files.readString(target.resolve("classpath")),
        "rote.cli.Main", "run", file.toString(), "--out", folder.resolve(out).toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(out + ".log").toFile()).start();
  }

  String log(String out) throws IOException {
    return Files.readString(folder.resolve(out + ".log"));
  }

  List<TrialRecord> records(String out) throws IOException {
    return new Tables(Output.at(folder.resolve(out).toString())).read();
  }
}
