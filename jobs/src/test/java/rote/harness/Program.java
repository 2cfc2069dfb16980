package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rote.cli.Main;

/**
 * Runs the program in its own JVM, as the launcher starts it, in the surroundings that a test chooses.
 *
 * @param before words before {@code java} on the command line, such as {@code unshare -u}
 * @param environment variables added to those of the tests; null as a value removes one
 * @param options of the JVM, after those that the launcher gives
 * @param folder the working directory
 */
public record Program(List<String> before, Map<String, String> environment, List<String> options, Path folder) {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final int MOST_SECONDS = 180;

  /** A command's exit code and output. */
  public record Ended(int code, String out, String err) {
    /** Returns the lines on standard error for the user. */
    public List<String> complaints() {
      return err.lines().filter(line -> line.startsWith("rote: ")).toList();
    }

    /** Demands one line that contains a text, no stack trace, and an exit code. */
    public void demandComplaint(int expected, String text) {
      assertThat(complaints()).as(err).singleElement().asString().contains(text);
      assertThat(err).doesNotContain("\tat ");
      assertThat(code).as(err).isEqualTo(expected);
    }
  }

  public static Program in(Path folder) {
    return new Program(List.of(), Map.of(), List.of(), folder);
  }

  public Program behind(String... words) {
    return new Program(List.of(words), environment, options, folder);
  }

  public Program with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Program(before, more, options, folder);
  }

  public Program options(String... words) {
    return new Program(before, environment, List.of(words), folder);
  }

  /** Runs a command to its end. */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("rote-test", ".out");
    Path err = Files.createTempFile("rote-test", ".err");
    try {
      Process process = builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end after " + MOST_SECONDS + " s: " + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Prepares a command, for tests that watch it run. */
  public ProcessBuilder builder(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("@" + PROJECT.resolve("conf/jvm.options"), "--add-modules=jdk.incubator.vector",
        "-Dlog4j2.configurationFile=" + PROJECT.resolve("conf/log4j2.properties"), "-Drote.strict=true"));
    command.addAll(options);
    command.addAll(List.of("-cp", Path.of("target/rote.jar").toAbsolutePath() + ":"
        + Files.readString(Path.of(System.getProperty("runtime.class-path", "target/classpath"))), "rote.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    environment.forEach((variable, value) -> {
      if (value == null) {
        builder.environment().remove(variable);
      } else {
        builder.environment().put(variable, value);
      }
    });
    return builder;
  }

  /** Runs a command in this JVM, which is faster and shows less: streams and exit code. */
  public static Ended here(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream standardOut = System.out;
    PrintStream standardErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(arguments);
      return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(standardOut);
      System.setErr(standardErr);
    }
  }

  /** Runs a command that is a mistake: one line for the user, which is returned, exit code 2, and nothing written to a folder. */
  public static String refused(Path folder, String... arguments) throws IOException {
    List<String> before = files(folder);
    Ended ended = here(arguments);
    ended.demandComplaint(2, "");
    assertThat(files(folder)).isEqualTo(before);
    return ended.complaints().get(0);
  }

  /** An experiment of four short trials, written to a file {@code tiny.yaml}. */
  public static Path tiny(Path folder) throws IOException {
    return Files.writeString(folder.resolve("tiny.yaml"), """
        name: tiny
        question: Does it work?
        data: {training-examples: 200}
        trial: {epochs: 2}
        grid: {learning-rate: [0.1, 0.3]}
        seeds: 2
        """);
  }

  /** Returns the relative names of everything below a folder. */
  public static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> !path.equals(folder)).map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }
}
