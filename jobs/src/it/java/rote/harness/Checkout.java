package rote.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the launcher in its own folder, with a {@code java} and a {@code mvn} that only record how they were called.
 *
 * @param home the checkout
 * @param before words before the launcher on the command line
 * @param environment variables that the launcher gets beside PATH; null as a value for none
 */
public record Checkout(Path home, List<String> before, Map<String, String> environment) {
  /** Writes what a build writes, and a line for each build. */
  public static final String MAVEN = """
      home=${0%/*/*}
      echo built >> "$home/bin/builds"
      sleep 1
      echo jar > "$home/jobs/target/rote.jar"
      echo jar > "$home/library.jar"
      printf %s "$home/library.jar" > "$home/jobs/target/classpath"
      : > "$home/jobs/target/built"
      """;
  private static final String JAVA = """
      printf '%s\\n' "$@" > "${0%/*/*}/bin/words"
      printf %s "${LC_ALL:-}" > "${0%/*/*}/bin/locale-of-java"
      printf %s "${LC_CTYPE:-} ${LC_MESSAGES:-}${LANGUAGE:-}" > "${0%/*/*}/bin/categories-of-java"
      """;
  private static final List<String> TOOLS = List.of("bash", "sh", "env", "dirname", "readlink", "find", "sed", "head", "grep",
      "mkdir", "rmdir", "locale", "sleep", "setpriv");
  /** Links to the programs that every launcher finds. */
  private static final Path SHARED = Path.of("target/launcher-tools").toAbsolutePath();
  private static final String RELEASE = "JAVA_VERSION=\"17.0.15\"\nMODULES=\"java.base jdk.incubator.vector\"\n";

  /** Makes a checkout that has not been built. */
  public static Checkout in(Path home) throws IOException {
    Checkout checkout = new Checkout(home, List.of(), Map.of());
    for (String folder : List.of("bin", "jdk/bin", "conf", "jobs/src/main")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String file : List.of("pom.xml", "jobs/pom.xml", "conf/jvm.options")) {
      Files.writeString(home.resolve(file), "");
    }
    Files.copy(Path.of("../rote"), home.resolve("rote"));
    share();
    checkout.tool("flock");
    checkout.script("jdk/bin/javac", "");
    checkout.java(JAVA);
    checkout.release(RELEASE);
    checkout.maven(MAVEN);
    Files.createSymbolicLink(checkout.bin().resolve("java"), Path.of("../jdk/bin/java"));
    return checkout;
  }

  /** Makes a checkout that has been built. */
  public static Checkout built(Path home) throws IOException {
    Checkout checkout = in(home);
    Files.createDirectories(home.resolve("jobs/target"));
    Files.writeString(checkout.library(), "jar");
    Files.writeString(home.resolve("jobs/target/rote.jar"), "jar");
    Files.writeString(home.resolve("jobs/target/classpath"), checkout.library().toString());
    checkout.later(Files.writeString(home.resolve("jobs/target/built"), ""));
    return checkout;
  }

  public Checkout with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Checkout(home, before, more);
  }

  public Checkout behind(String... words) {
    return new Checkout(home, List.of(words), environment);
  }

  public Path bin() {
    return home.resolve("bin");
  }

  public Path jdk() {
    return home.resolve("jdk");
  }

  /** Adds a jar to the class path. */
  public Path library() {
    return home.resolve("library.jar");
  }

  /** Makes a file newer than everything written so far. */
  public void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusMillis(50)));
  }

  /** Makes everything readable for everybody, and the folders above reachable. */
  public void open() throws IOException {
    try (Stream<Path> paths = Files.walk(home)) {
      for (Path path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        Files.setPosixFilePermissions(path, fromString(path.getParent().equals(bin()) ? "rwxrwxrwx" : "rwxr-xr-x"));
      }
    }
    Files.setPosixFilePermissions(bin(), fromString("rwxrwxrwx"));
  }

  private static void share() throws IOException {
    Files.createDirectories(SHARED);
    for (String tool : TOOLS) {
      if (!Files.exists(SHARED.resolve(tool))) {
        Files.createSymbolicLink(SHARED.resolve(tool), program(tool));
      }
    }
  }

  /** Makes one of this machine's programs available. */
  public void tool(String name) throws IOException {
    script("bin/" + name, "exec " + program(name) + " \"$@\"");
  }

  private static Path program(String name) {
    return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)).filter(Files::isExecutable)
        .findFirst().orElseThrow(() -> new AssertionError("this machine has no " + name));
  }

  public void java(String body) throws IOException {
    script("jdk/bin/java", body);
  }

  public void maven(String body) throws IOException {
    script("bin/mvn", body);
  }

  /** Writes the file {@code release} of the JDK; null for no such file. */
  public void release(String text) throws IOException {
    Path release = jdk().resolve("release");
    Files.deleteIfExists(release);
    if (text != null) {
      Files.writeString(release, text);
    }
  }

  public void script(String name, String body) throws IOException {
    Path file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
  }

  /** Returns how often Maven was called. */
  public long builds() throws IOException {
    Path builds = bin().resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** Returns the words after {@code java} on the last command line. */
  public List<String> words() throws IOException {
    return Files.readAllLines(recorded("words"));
  }

  public String localeOfJava() throws IOException {
    return Files.readString(recorded("locale-of-java"));
  }

  /** The locales of letters and of messages. */
  public String categoriesOfJava() throws IOException {
    return Files.readString(recorded("categories-of-java"));
  }

  private Path recorded(String name) {
    Path beside = jdk().resolve("bin").resolve(name); // called by JAVA_HOME
    return Files.exists(beside) ? beside : bin().resolve(name);
  }

  public Said run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    return new Said(process.waitFor(), out, err);
  }

  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(home.resolve("rote").toString());
    command.addAll(List.of(arguments));
    return process(command);
  }

  /** Returns what a shell command prints, and its exit code. */
  public String shell(String command) throws IOException, InterruptedException {
    Process process = process(List.of("bash", "-c", command + "\ncode=$?; printf %s $code"));
    String out = text(process.getInputStream());
    process.waitFor();
    return out;
  }

  private Process process(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(List.of("HOME"));
    builder.environment().put("PATH", bin() + ":" + SHARED);
    environment.forEach((variable, value) -> {
      if (value != null) {
        builder.environment().put(variable, value);
      }
    });
    return builder.directory(home.toFile()).start();
  }

  public static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), UTF_8);
  }

  /** The exit code and output of a start. */
  public record Said(int code, String out, String err) {
    /** Demands exactly these lines for the user, in this order, and an exit code. */
    public void demandComplaints(int expected, String... texts) {
      List<String> lines = err.lines().filter(line -> line.startsWith("rote: ")).toList();
      assertThat(lines).as(err).hasSize(texts.length);
      for (int i = 0; i < texts.length; i++) {
        assertThat(lines.get(i)).contains(texts[i]);
      }
      assertThat(code).as(err).isEqualTo(expected);
    }
  }
}
