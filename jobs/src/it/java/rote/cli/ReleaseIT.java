package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Launched;
import rote.harness.Program;
import rote.harness.SparkHome;

/** Releases made of these sources by Maven, and one of them unpacked and run where there is no Maven. */
@Tag("release")
@Timeout(900)
class ReleaseIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> SOURCES = List.of("pom.xml", "rote", "CHANGELOG.md", "LICENSE", "NOTICE", "README.md",
      "conf", "docs", "experiments", "jobs/pom.xml", "jobs/src/main", "jobs/src/release");
  /** All that the launcher calls, beside Java. */
  private static final List<String> TOOLS = List.of("bash", "cat", "cksum", "dirname", "env", "find", "grep", "head", "locale", "ls",
      "mv", "nice", "readlink", "rm", "sed", "sleep", "touch");

  /** Of a Java that only runs programs. */
  private static final String JRE_MODULES = "java.se,jdk.incubator.vector,jdk.unsupported,jdk.crypto.ec,jdk.management,"
      + "jdk.naming.dns,jdk.security.auth,jdk.security.jgss,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.net,jdk.jfr,jdk.accessibility";
  private static final String COMMIT = "git init -q && git add . && git -c user.name=a -c user.email=a@example.org commit -qm release";

  @TempDir static Path folder;
  private static Path release;

  @BeforeAll
  static void build() throws Exception {
    release = built("first", "umask 022", "");
  }

  /** Makes a release from a copy of the sources, which is the same commit each time, after a command of the shell. */
  private static Path built(String name, String before, String option) throws Exception {
    Path home = folder.resolve(name);
    for (String source : SOURCES) {
      Files.createDirectories(home.resolve(source).getParent());
      command(folder, "cp", "-R", PROJECT.resolve(source).toString(), home.resolve(source).toString());
    }
    command(home, "bash", "-c", COMMIT + " && " + before + " && mvn -q -B -Prelease " + option);
    return home.resolve("jobs/target/release");
  }

  @Test
  void twoBuildsInDifferentSurroundingsAreEqualByteForByteButForTheGroup() throws Exception {
    Path other = built("second place", "umask 002 && export TZ=Asia/Tokyo LC_ALL=C", "-Drelease.group=org.example");

    List<String> names = Program.files(release).stream().filter(name -> Files.isRegularFile(release.resolve(name))).toList();
    assertThat(Program.files(other).stream().filter(name -> Files.isRegularFile(other.resolve(name))))
        .containsExactlyInAnyOrderElementsOf(names.stream().map(ReleaseIT::inOtherGroup).toList());
    List<String> different = new ArrayList<>();
    for (String name : names) {
      Path twin = other.resolve(inOtherGroup(name));
      if (Files.mismatch(release.resolve(name), twin) != -1) {
        different.add(name.replaceFirst(".*[.]pom$", "pom"));
        assertThat(Files.readString(twin).replace("org.example", "rote").replace("org/example", "rote"))
            .hasSameSizeAs(Files.readString(release.resolve(name)));
      }
    }
    assertThat(different).containsExactlyInAnyOrder("pom", "SHA256SUMS");
  }

  private static String inOtherGroup(String name) {
    return name.replace("repository/rote/", "repository/org/example/");
  }

  @Test
  void theSumsAreThoseOfAllFiles() throws Exception {
    command(release, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS");
    try (Stream<Path> files = Files.walk(release)) {
      assertThat(Files.readAllLines(release.resolve("SHA256SUMS")).stream().map(line -> line.substring(66)).toList())
          .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile).map(file -> release.relativize(file).toString())
              .filter(name -> !name.equals("SHA256SUMS")).toList());
    }
  }

  @Test
  void theTarballHoldsTheProgramAndItsPapers() throws Exception {
    Path home = unpacked("papers");

    try (Stream<Path> entries = Files.list(home)) {
      assertThat(entries.map(entry -> entry.getFileName().toString())).containsExactlyInAnyOrder("CHANGELOG.md", "LICENSE", "NOTICE",
          "README.md", "conf", "docs", "experiments", "licenses", "rote", "rote.jar");
    }
    assertThat(home.resolve("licenses/commons-rng-core/NOTICE")).isNotEmptyFile();
    assertThat(home.resolve("rote")).isExecutable();
    try (JarFile jar = new JarFile(home.resolve("rote.jar").toFile())) {
      assertThat(Stream.of("LICENSE", "NOTICE", "licenses/libraries.md", "licenses/jmustache/LICENSE").map(name -> "META-INF/" + name))
          .allSatisfy(name -> assertThat(jar.getEntry(name)).as(name).isNotNull());
    }
  }

  @Test
  void theMavenLayoutNamesLicenceAndCoordinatesAndNothingElse() throws Exception {
    Path place = release.resolve("repository/rote/rote");
    String version;
    try (Stream<Path> versions = Files.list(place)) {
      version = versions.map(path -> path.getFileName().toString()).collect(Collectors.joining());
    }

    String start = "rote-" + version;
    assertThat(Program.files(place.resolve(version)))
        .containsExactly(start + "-javadoc.jar", start + "-sources.jar", start + ".jar", start + ".pom");
    assertThat(Files.readString(place.resolve(version).resolve(start + ".pom"))).contains("<groupId>rote</groupId>",
        "<version>" + version + "</version>", "<name>Apache-2.0</name>").doesNotContain("${", "<parent>", "<dependency>");
    assertThat(entries(place.resolve(version).resolve(start + "-sources.jar"))).contains("rote/cli/Main.java");
    assertThat(entries(place.resolve(version).resolve(start + "-javadoc.jar"))).contains("rote/cli/Main.html");
    assertThat(entries(place.resolve(version).resolve(start + ".jar"))).noneMatch(name -> name.startsWith("META-INF/maven"));
  }

  @Test
  void itRunsWithASparkAndAJreAlone() throws Exception {
    Path home = unpacked("an empty folder");
    Path bin = tools();
    Launched rote = new Launched(home.resolve("rote"), Map.of("PATH", bin.toString()), home);

    rote.run("run", "experiments/true-vs-random.yaml").demandComplaint(Main.BAD_INPUT, "Rote needs Spark, and SPARK_HOME is not set");
    SparkHome spark = SparkHome.create(folder.resolve("my spark"), Map.of());
    Launched withSpark = rote.with("SPARK_HOME", spark.folder().toString());
    assertThat(withSpark.run("--help").out()).contains("verify", "compare");
    Program.Ended run = withSpark.run("run", "experiments/true-vs-random.yaml");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("building");
    assertThat(home.resolve("notebooks-out/true-vs-random/_SUCCESS")).exists();
    Program.Ended verified = withSpark.run("verify", "notebooks-out/true-vs-random");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    spark.deleteJars();
    for (String tool : Program.files(bin)) {
      Files.delete(bin.resolve(tool)); // JUnit warns of links that lead out of its folder
    }
  }

  private static Path unpacked(String name) throws Exception {
    Path place = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(release)) {
      Path tarball = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
      command(place, "tar", "-xzf", tarball.toString());
    }
    try (Stream<Path> homes = Files.list(place)) {
      return homes.findFirst().orElseThrow();
    }
  }

  private static Path tools() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      Path program = Stream.of("/usr/bin", "/bin").map(place -> Path.of(place, tool)).filter(Files::exists).findFirst().orElseThrow();
      Files.createSymbolicLink(bin.resolve(tool), program);
    }
    Files.createSymbolicLink(bin.resolve("java"), jre().resolve("bin/java"));
    return bin;
  }

  private static Path jre() throws Exception {
    Path jre = folder.resolve("jre");
    command(folder, System.getProperty("java.home") + "/bin/jlink", "--add-modules", JRE_MODULES, "--output", jre.toString());
    assertThat(jre.resolve("bin/javac")).doesNotExist();
    return jre;
  }

  private static Set<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void command(Path where, String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), // and a commit's name depends on its time
        "GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(String.join(" ", words) + "\n" + said).isZero();
  }
}
