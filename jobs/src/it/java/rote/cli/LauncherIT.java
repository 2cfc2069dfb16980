package rote.cli;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rote.harness.Checkout;

/** A copy of the launcher in many environments, with a Java and a Maven that only record how they were called. */
@Tag("machines")
class LauncherIT {
  @TempDir Path folder;

  @Test
  void aFirstStartBuildsOnceAndThenOnlyStarts() throws Exception {
    Checkout checkout = Checkout.in(folder.resolve("my rote"));

    assertThat(checkout.run("plan", "a b.yaml").err()).contains("building");
    assertThat(checkout.run("plan", "a b.yaml").err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(checkout.words()).startsWith("@" + checkout.home().resolve("conf/jvm.options"))
        .contains("-XX:TieredStopAtLevel=1", "-Drote.home=" + checkout.home()).endsWith("rote.cli.Main", "plan", "a b.yaml");
  }

  @Test
  void aChangedSourceAnInterruptedBuildOrALostJarBuildsAgain() throws Exception {
    Checkout checkout = Checkout.built(folder);

    checkout.later(Files.writeString(checkout.home().resolve("jobs/src/main/A.java"), "class A {}"));
    checkout.run("plan");
    assertThat(checkout.builds()).isEqualTo(1);
    Files.delete(checkout.home().resolve("jobs/target/built"));
    checkout.run("plan");
    assertThat(checkout.builds()).isEqualTo(2);
    Files.delete(checkout.library());
    assertThat(checkout.run("plan").err()).contains("rote: " + checkout.library() + " is gone; building");
    assertThat(checkout.builds()).isEqualTo(3);
  }

  @Test
  void aBuildThatFailsIsNotBelieved() throws Exception {
    Checkout checkout = Checkout.in(folder);
    checkout.maven("echo half > \"${0%/*/*}/jobs/target/rote.jar\"; echo '[ERROR] no network'; exit 1");

    checkout.run("plan").demandComplaints(1, "building", "the build failed; mvn says why above");
    checkout.run("plan").demandComplaints(1, "building", "the build failed; mvn says why above");
    checkout.maven("exit 130");
    assertThat(checkout.run("plan").code()).isEqualTo(4);
  }

  @Test
  void ofTwoFirstStartsOneBuilds() throws Exception {
    demandOneBuildOfTwo(Checkout.in(folder));
  }

  @Test
  void aDeadBuildLeavesNoLock() throws Exception {
    Checkout checkout = Checkout.in(folder);
    checkout.maven("kill -9 $$");

    assertThat(checkout.run("plan").code()).isEqualTo(1);
    checkout.maven(Checkout.MAVEN);
    assertThat(checkout.run("plan").code()).isZero();
  }

  @Test
  void withoutFlockPerlKeepsBuildsApart() throws Exception {
    Checkout checkout = Checkout.in(folder);
    Files.delete(checkout.bin().resolve("flock"));
    checkout.tool("perl");
    demandOneBuildOfTwo(checkout);
  }

  private static void demandOneBuildOfTwo(Checkout checkout) throws Exception {
    Process first = checkout.start("plan");
    Process second = checkout.start("plan");

    String said = Checkout.text(first.getErrorStream()) + Checkout.text(second.getErrorStream());
    assertThat(List.of(first.waitFor(), second.waitFor())).as(said).containsOnly(0);
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(said).containsOnlyOnce("waiting for another start, which is building").containsOnlyOnce("rote: building");
  }

  @Test
  void anotherUsersCheckoutIsOnlyRead() throws Exception {
    Checkout checkout = Checkout.built(folder);
    boolean root = "root".equals(System.getProperty("user.name"));
    if (!root && !"true".equals(System.getenv("CI"))) {
      System.err.println("NOT TESTED: a checkout of another user, for which these tests must run as root");
    }
    assumeTrue(root || "true".equals(System.getenv("CI")));
    Checkout other = checkout.behind("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups")
        .with("PATH", checkout.bin() + ":/usr/bin:/bin"); // the folder of these tests may be closed to others
    checkout.open();

    assertThat(other.run("plan").code()).isZero();
    assertThat(checkout.builds()).isZero();
    Files.setPosixFilePermissions(checkout.library(), fromString("rw-------"));
    other.run("plan").demandComplaints(1, checkout.library() + " cannot be read, and " + checkout.home().resolve("jobs/target")
        + " cannot be written to build Rote anew; let the owner of Maven's repository make it readable for you");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Checkout checkout = Checkout.in(folder);
    checkout.with("JAVA_HOME", "/nowhere").run("plan").demandComplaints(1, "JAVA_HOME is /nowhere, which has no bin/java");
    Files.delete(checkout.jdk().resolve("bin/javac"));
    checkout.run("plan").demandComplaints(1, "comes without javac");
    checkout.with("JAVA_HOME", checkout.jdk().toString()).run("plan").demandComplaints(1, "comes without javac");
    Files.delete(checkout.bin().resolve("mvn"));
    checkout.run("plan").demandComplaints(1, "there is no mvn in PATH");
    Files.delete(checkout.bin().resolve("java"));
    checkout.run("plan").demandComplaints(1, "no java in PATH, and JAVA_HOME is not set; Rote needs a Java of version 17 to 25");
  }

  @Test
  void mavenBuildsWithTheJavaThatStarts() throws Exception {
    Checkout checkout = Checkout.in(folder);
    checkout.maven("echo \"$JAVA_HOME\" > \"${0%/*}/java-home\"\n" + Checkout.MAVEN);

    checkout.run("plan");

    assertThat(Path.of(Files.readString(checkout.bin().resolve("java-home")).strip()).toRealPath())
        .isEqualTo(checkout.jdk().toRealPath());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "-Da=\"x y\" -Xmx1g        | -Da=x y,-Xmx1g",
      "-Da='x  \"y\" $(touch z)' | -Da=x  \"y\" $(touch z)",
      "-Da=$(touch${IFS}z)       | -Da=$(touch${IFS}z)",
      "-Da=`touch` -Db=*         | -Da=`touch`,-Db=*",
      "\"-Da=x \\\"y\\\" \\z\"   | -Da=x \"y\" \\z",
      "-Da=x\\ y ''              | -Da=x y,",
      "'-Da=ü ∞'                 | -Da=ü ∞"})
  void optionsOfTheUserAreWordsAsInAShellButNothingIsRun(String options, String words) throws Exception {
    Checkout checkout = Checkout.built(folder);

    assertThat(checkout.with("ROTE_JAVA_OPTIONS", options).run("plan").code()).isZero();

    List<String> said = checkout.words();
    int first = said.indexOf("-XX:TieredStopAtLevel=1") + 1;
    assertThat(said.subList(first, said.indexOf("-Drote.home=" + checkout.home()))).containsExactly(words.split(",", -1));
    assertThat(checkout.home().resolve("z")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Da=\"x y", "-Da='", "-Da=\"x\\\""})
  void aQuoteWithoutEndIsRefused(String options) throws Exception {
    Checkout.built(folder).with("ROTE_JAVA_OPTIONS", options).run("plan")
        .demandComplaints(2, "ROTE_JAVA_OPTIONS: a quote " + (options.contains("'") ? "'" : "\"") + " has no end in " + options);
  }

  @Test
  void itStartsFromAnywhere() throws Exception {
    Checkout checkout = Checkout.built(folder.resolve("a  rote, 100% 'mine'"));
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("absolute"), checkout.home().resolve("rote"));
    Files.createSymbolicLink(links.resolve("rote"), Path.of("absolute"));

    for (String start : List.of("'" + links + "/rote'", "cd '" + links + "' && ./rote", "PATH='" + links + "':$PATH && rote",
        "cd '" + links + "' && CDPATH=/tmp:/ bash rote", "cd '" + links + "' && env -u HOME ./rote")) {
      assertThat(checkout.shell(start + " plan")).as(start).isEqualTo("0");
      assertThat(checkout.words()).as(start).contains("-Drote.home=" + checkout.home());
    }
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void aWorkingDirectoryThatIsGoneIsNamed() throws Exception {
    Checkout checkout = Checkout.built(folder.resolve("rote"));
    Path gone = Files.createDirectories(folder.resolve("gone"));

    String said = checkout.shell("cd '" + gone + "' && rmdir '" + gone + "' && '" + checkout.home() + "/rote' plan 2>&1");

    assertThat(said).contains("rote: the working directory is gone").endsWith("1");
  }

  @Test
  void temporaryFilesGoWhereTmpdirSays() throws Exception {
    Checkout checkout = Checkout.built(folder);
    Path scratch = Files.createDirectories(folder.resolve("my scratch"));

    checkout.with("TMPDIR", scratch.toString()).run("plan");
    assertThat(checkout.words()).contains("-Djava.io.tmpdir=" + scratch);
    checkout.with("TMPDIR", "/nowhere").run("plan")
        .demandComplaints(1, "TMPDIR is /nowhere, which is no directory that can be written");
  }

  @ParameterizedTest
  @CsvSource({"C,,C.UTF-8", "POSIX,,C.UTF-8", ",,C.UTF-8", ",xx_XX.UTF-8,C.UTF-8", ",C.UTF-8,", "C.utf8,,C.utf8"})
  void thePosixLocaleBecomesOneOfUtf8(String all, String lang, String expected) throws Exception {
    Checkout checkout = Checkout.built(folder);

    checkout.with("LC_ALL", all).with("LANG", lang).run("plan");

    assertThat(checkout.localeOfJava()).isEqualTo(expected == null ? "" : expected);
    assertThat(checkout.categoriesOfJava()).endsWith(" C");
  }

  @ParameterizedTest
  @CsvSource({"de_DE.UTF-8,,de_DE.UTF-8", "de_DE.ISO-8859-1,de_DE.UTF-8,de_DE.ISO-8859-1", ",de_DE.UTF-8,"})
  void theSystemSpeaksEnglishInEveryLocaleAndLettersStay(String all, String lang, String letters) throws Exception {
    Checkout checkout = Checkout.built(folder);
    checkout.script("bin/locale", "echo UTF-8"); // as on a machine that has these locales

    Checkout german = checkout.with("LC_ALL", all).with("LANG", lang).with("LC_CTYPE", null);
    assertThat(german.with("LANGUAGE", "de").run("plan").code()).isZero();

    assertThat(checkout.localeOfJava()).isEmpty();
    assertThat(checkout.categoriesOfJava()).isEqualTo((letters == null ? "" : letters) + " C");
  }

  @Test
  void aCloneWithWindowsLineEndsStarts() throws Exception {
    Path clone = folder.resolve("clone");
    Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "-c", "core.autocrlf=true", "clone", "-q", "--depth=1",
        Path.of("..").toRealPath().toUri().toString(), clone.toString()).inheritIO().start();
    assertThat(git.waitFor()).isZero();

    for (String name : List.of("rote", ".ci/run", ".ci/matrix", ".ci/count", "conf/jvm.options", "experiments/nielsen.yaml", "jobs/src/bench/run.sh")) {
      assertThat(Files.readString(clone.resolve(name))).as(name).doesNotContain("\r");
    }
  }

  @Test
  void editedSourcesGetTheirCommitOnceTheyAreCommitted() throws Exception {
    Checkout checkout = Checkout.built(folder.resolve("rote"));
    checkout.tool("git");
    checkout.shell("cd '" + checkout.home() + "' && git init -q . && git add rote && git -c user.name=a -c user.email=a@b commit -qm a");
    String head = checkout.shell("git -C '" + checkout.home() + "' rev-parse HEAD").substring(0, 40);
    Path built = checkout.home().resolve("jobs/target/built");

    Files.writeString(built, head + "-dirty");
    checkout.run("plan");
    assertThat(checkout.builds()).isZero();
    Files.writeString(built, "0".repeat(40));
    checkout.run("plan");
    assertThat(checkout.builds()).isZero();
    Files.writeString(built, "0".repeat(40) + "-dirty");
    checkout.run("plan");
    assertThat(checkout.builds()).isEqualTo(1);
  }
}
