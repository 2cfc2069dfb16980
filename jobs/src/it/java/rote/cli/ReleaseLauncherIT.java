package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Checkout;

/** The launcher beside a jar, as a release has it, with a Java and a Maven that only record how they were called. */
@Tag("machines")
class ReleaseLauncherIT {
  private static final String HOW = "unpack Spark, 4.1 for instance, of https://spark.apache.org/downloads.html";

  @TempDir Path folder;
  private Checkout release;

  @BeforeEach
  void release() throws Exception {
    release = Checkout.in(folder.resolve("my rote"));
    Files.writeString(release.home().resolve("rote.jar"), "jar");
  }

  @Test
  void itStartsWithTheSparkOfSparkHomeAndNeverBuilds() throws Exception {
    Path spark = spark("my spark");

    assertThat(release.with("SPARK_HOME", spark.toString()).run("plan", "a b.yaml").err()).isEmpty();

    assertThat(release.words()).containsSequence("-cp", release.home().resolve("rote.jar") + ":" + spark.toRealPath() + "/jars/*",
        "rote.cli.Main", "plan", "a b.yaml").contains("-Drote.home=" + release.home());
    assertThat(release.builds()).isZero();
  }

  @Test
  void withoutASparkOneLineSaysHowToGetOne() throws Exception {
    release.run("--help").demandComplaints(2, "Rote needs Spark, and SPARK_HOME is not set; " + HOW);
    release.with("SPARK_HOME", "/nowhere").run("plan").demandComplaints(2,
        "SPARK_HOME is /nowhere, which has no jars/spark-core_*.jar that can be read; " + HOW);
    assertThat(release.builds()).isZero();
  }

  @Test
  void aSparkWithoutHadoopIsRefused() throws Exception {
    Path spark = spark("bare");
    Files.delete(spark.resolve("jars/hadoop-client-api-3.4.2.jar"));

    release.with("SPARK_HOME", spark.toString()).run("plan").demandComplaints(2,
        "SPARK_HOME is " + spark + ", a Spark without Hadoop; take one that is pre-built for Apache Hadoop");
  }

  @Test
  void aSparkWhosePathJavaWouldSplitIsRefused() throws Exception {
    Path spark = spark("a:b");

    release.with("SPARK_HOME", spark.toString()).run("plan").demandComplaints(2,
        "Java cannot read " + spark.toRealPath() + "/jars/*, for the path holds a colon");
  }

  private Path spark(String name) throws Exception {
    Path spark = folder.resolve(name);
    Files.createDirectories(spark.resolve("jars"));
    for (String jar : new String[] {"spark-core_2.13-4.1.0.jar", "hadoop-client-api-3.4.2.jar"}) {
      Files.writeString(spark.resolve("jars").resolve(jar), "jar");
    }
    return spark;
  }
}
