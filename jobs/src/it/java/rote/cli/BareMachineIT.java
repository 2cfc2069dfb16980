package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program.Ended;
import rote.harness.Program;
import rote.harness.Tool;

/** Runs on machines without a host name, a user name, a home folder, locks or a name server. */
@Timeout(400)
@Tag("machines")
class BareMachineIT {
  /** A user without a name, on a host whose name does not resolve. */
  private static final String[] NAMELESS = {"unshare", "-U", "-r", "-u", "sh", "-c",
      "hostname nowhere-1 && exec unshare -U --map-user=12345 --map-group=12345 \"$@\"", "sh"};

  @TempDir Path folder;

  @BeforeEach
  void experiment() throws Exception {
    Tool.demand(List.of("unshare", "-U", "-r", "-u", "sh", "-c",
        "hostname nowhere-1 && exec unshare -U --map-user=12345 --map-group=12345 true"));
    Program.tiny(folder);
  }

  @Test
  void aRunNeedsNeitherNamesNorHomeNorLocks() throws Exception {
    Path home = closed("home");
    Ended run = nameless().with("HOME", home.toString()).with("LANG", null).with("LC_ALL", "C")
        .with("LD_PRELOAD", shim().toString()).options("-Xmx1g").run("run", "tiny.yaml", "--out", "out");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("report: out/report.html");
    assertThat(run.err()).containsOnlyOnce("out/.lock cannot be locked")
        .containsOnlyOnce("out/segments cannot be forced to the disk (Invalid argument)").doesNotContain("\tat ");
    assertThat(run.err().split("4 trials planned")[0]).as("the start").doesNotContain("a name server is asked");
    assertThat(Program.files(home)).isEmpty();
    Ended verified = nameless().run("verify", "out", "--sample", "1");
    assertThat(verified.code()).as(verified.err()).isZero();
  }

  @Test
  void whatIsClosedIsOneLine() throws Exception {
    Path closed = closed("closed");
    nameless().run("run", "tiny.yaml", "--out", "closed").demandComplaint(Main.BAD_INPUT,
        "output closed: cannot write closed: no permission for " + closed + "/.lock; its permissions must allow it");
    nameless().run("run", "tiny.yaml", "--out", "closed/below").demandComplaint(Main.BAD_INPUT,
        "output closed/below: cannot write closed/below: no permission for " + closed + "/below");
    nameless().with("HOME", null).with("XDG_CACHE_HOME", null).run("fetch", "mnist").demandComplaint(Main.BAD_INPUT,
        "no home folder is known to keep mnist in; set XDG_CACHE_HOME, or give --to");
    nameless().with("HOME", closed.toString()).with("XDG_CACHE_HOME", null).run("fetch", "mnist")
        .demandComplaint(Main.BAD_INPUT, "no permission to write in " + closed + "; give another --to, or set XDG_CACHE_HOME");
  }

  @Test
  void hadoopsSettingsAreFound() throws Exception {
    Path settings = Files.createDirectory(folder.resolve("hadoop conf"));
    Files.writeString(settings.resolve("core-site.xml"), """
        <configuration><property><name>fs.defaultFS</name><value>hdfs://127.0.0.1:1</value></property></configuration>
        """);
    Program program = Program.in(folder).with("HADOOP_CONF_DIR", settings.toString());
    program.run("plan", "tiny.yaml", "--out", "hdfs:///x").demandComplaint(Main.ERROR, "cannot reach hdfs:///x: ");
    assertThat(program.run("plan", "tiny.yaml", "--out", "x").code()).isZero();
    Files.writeString(settings.resolve("core-site.xml"), "<configuration><prop");
    program.run("plan", "tiny.yaml", "--out", "x").demandComplaint(Main.BAD_INPUT, "core-site.xml");
    Program.in(folder).with("HADOOP_CONF_DIR", "~hadoop/conf").run("plan", "tiny.yaml", "--out", "x")
        .demandComplaint(Main.BAD_INPUT, "HADOOP_CONF_DIR: ~hadoop/conf: ~ followed by a name is not understood");
    Program.in(folder).with("HADOOP_CONF_DIR", null).run("plan", "tiny.yaml", "--out", "hdfs:///x")
        .demandComplaint(Main.BAD_INPUT, "hdfs:///x: names no host, and Hadoop's settings name none");
  }

  private Program nameless() {
    return Program.in(folder).behind(NAMELESS);
  }

  /** A folder in which the nameless user cannot write. */
  private Path closed(String name) throws Exception {
    Path made = Files.createDirectory(folder.resolve(name));
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("r-xr-xr-x"));
  }

  /** Takes locks, fsync of folders and the name server away from a JVM. */
  private Path shim() throws Exception {
    Path source = folder.resolve("bare.c");
    try (InputStream in = BareMachineIT.class.getResourceAsStream("/rote/bare.c")) {
      Files.copy(in, source);
    }
    Path library = folder.resolve("bare.so");
    Tool.demand(List.of("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl"));
    return library;
  }
}
