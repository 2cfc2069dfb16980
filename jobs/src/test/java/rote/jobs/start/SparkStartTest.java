package rote.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rote.files.InputException;

class SparkStartTest {
  private static final Map<String, String> SUBMITTED = Map.of("spark.master", "spark://submitted:7077",
      "spark.app.name", "named", "spark.driver.maxResultSize", "3g", "spark.ui.enabled", "true");

  @TempDir Path folder;

  @AfterEach
  void forget() {
    SUBMITTED.keySet().forEach(System::clearProperty);
    System.clearProperty("rote.spark-defaults");
  }

  @Test
  void sparkSubmitsSettingsOverrideTheFileAndOurDefaults() throws Exception {
    writeFile("spark.master local[7]\nspark.ui.enabled false\nspark.task.maxFailures 9\n");
    SUBMITTED.forEach(System::setProperty); // as spark-submit hands its settings on
    SparkConf conf = new SparkStart(Map.of()).conf("e");
    SUBMITTED.forEach((key, value) -> assertThat(conf.get(key)).as(key).isEqualTo(value));
    assertThat(conf.get("spark.task.maxFailures")).isEqualTo("9");
    assertThat(conf.contains("spark.driver.host")).isFalse();
  }

  @Test
  void theCommandLineOverridesAll() throws Exception {
    writeFile("spark.master local[7]\n");
    SUBMITTED.forEach(System::setProperty);
    assertThat(new SparkStart(Map.of("spark.master", "local[2]")).conf("e").get("spark.master")).isEqualTo("local[2]");
  }

  @Test
  void whereNobodySaysAnythingAllCoresOfThisMachineAreTakenWithRetries() {
    SparkConf conf = new SparkStart(Map.of()).conf("e");
    assertThat(conf.get("spark.master")).isEqualTo("local[*,4]");
    assertThat(conf.get("spark.app.name")).isEqualTo("rote e");
    assertThat(conf.get("spark.driver.maxResultSize")).isEqualTo("0");
  }

  @Test
  void whatTheEnvironmentGivesAndSparkCannotUseIsNamed() {
    HostName.check(Map.of());
    HostName.check(Map.of("SPARK_LOCAL_IP", "127.0.0.1"));
    assertThatThrownBy(() -> HostName.check(Map.of("SPARK_LOCAL_IP", "300.1.1.1"))).isInstanceOf(InputException.class)
        .hasMessageStartingWith("SPARK_LOCAL_IP is 300.1.1.1, which is neither an address nor a known host");
    LocalFolders.demandNamed("/tmp,/x", "SPARK_LOCAL_DIRS");
    for (String folders : new String[] {"", " ", ",", "/tmp,,/x"}) {
      assertThatThrownBy(() -> LocalFolders.demandNamed(folders, "SPARK_LOCAL_DIRS")).isInstanceOf(InputException.class)
          .hasMessageStartingWith("SPARK_LOCAL_DIRS is \"" + folders + "\", which has an empty name in it");
    }
    assertThatThrownBy(() -> new SparkStart(Map.of("spark.local.dir", "")).check()).hasMessageStartingWith("spark.local.dir is \"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[2,4]", "local[ 2 , 4 ]", "local-cluster[2,1,512]", "spark://a:1,b:2"})
  void knowsTheMastersOfSpark(String master) {
    new SparkStart(Map.of("spark.master", master)).check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local[]", "local[0]", "local[2,0]", "local[99999]", "spark://", "spark://host",
      "mesos://host:5050", "yarn-client"})
  void turnsOthersAway(String master) {
    refused(Map.of("spark.master", master), "--master " + master, "must be local[N]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yarn", "k8s://https://host:6443"})
  void aMasterThatNeedsItsManagerIsReachedBySparkSubmit(String master) {
    refused(Map.of("spark.master", master), "--master " + master, "spark-submit --master " + master);
  }

  @Test
  void aMasterInTheFileIsCheckedToo() throws Exception {
    writeFile("spark.master local[0]\n");
    refused(Map.of(), "defaults.conf: spark.master local[0]", "must be local[N]");
  }

  @ParameterizedTest
  @CsvSource({
      "spark.driver.memory,           8g,  ROTE_JAVA_OPTIONS=-Xmx8g",
      "spark.driver.extraJavaOptions, -Da, ROTE_JAVA_OPTIONS",
      "spark.driver.extraClassPath,   a,   too late",
      "spark.executor.memory,         4g,  ROTE_JAVA_OPTIONS=-Xmx4g",
      "spark.executor.instances,      4,   no effect",
      "spark.rote.secondsPerTask,     abc, a number of seconds",
      "spark.rote.secondsPerTask,     -1,  a number of seconds",
      "spark.rote.secondPerTask,      1,   Rote has only spark.rote.secondsPerTask",
      "park.ui.enabled,               1,   begin with spark.",
      "spark.task.cpus,               abc, 'int'",
      "spark.network.timeout,         abc, 'abc'",
      "spark.ui.port,                 x,   'x'",
      "spark.executor.extraJavaOptions, -XX:+ExitOnOutOfMemoryError, no effect",
  })
  void aSettingThatCannotCountIsRefusedAsItWasTyped(String key, String value, String reason) {
    refused(Map.of(key, value), "--conf " + key + "=" + value + ": ", reason);
  }

  @Test
  void executorsHaveTheirSettingsWhereThereAreExecutors() {
    new SparkStart(Map.of("spark.master", "spark://host:7077", "spark.executor.memory", "4g", "spark.cores.max", "8")).check();
  }

  @Test
  void executorsGetNoOptionThatEndsThemWithACodeOfTheirOwn() {
    refused(Map.of("spark.master", "spark://host:7077", "spark.executor.extraJavaOptions", "-Da=b -XX:+ExitOnOutOfMemoryError"),
        "--conf spark.executor.extraJavaOptions=-Da=b", "leave it out");
  }

  @Test
  void aSettingOfTheFileThatComesTooLateNamesTheFile() throws Exception {
    writeFile("spark.driver.memory 8g\n");
    refused(Map.of(), "defaults.conf: spark.driver.memory 8g: ", "ROTE_JAVA_OPTIONS=-Xmx8g");
  }

  @Test
  void aSleepingMachineDoesNotLoseItsOwnExecutorUnlessAskedTo() {
    assertThat(new SparkStart(Map.of()).conf("e").get("spark.storage.blockManagerHeartbeatTimeoutMs")).isEqualTo("3650d");
    assertThat(new SparkStart(Map.of("spark.master", "spark://a:1")).conf("e")
        .contains("spark.storage.blockManagerHeartbeatTimeoutMs")).isFalse();
  }

  @Test
  void onThisMachineTasksTellHowFarTheyAreEveryTwoSeconds() {
    assertThat(new SparkStart(Map.of()).conf("e").get("spark.executor.heartbeatInterval")).isEqualTo("2s");
    assertThat(new SparkStart(Map.of("spark.master", "spark://a:1")).conf("e").contains("spark.executor.heartbeatInterval")).isFalse();
  }

  private static void refused(Map<String, String> settings, String place, String reason) {
    assertThatThrownBy(() -> new SparkStart(settings).check()).isInstanceOf(InputException.class)
        .message().startsWith(place.startsWith("--") ? place : "").contains(place, reason).doesNotContain("SQLSTATE");
  }

  private void writeFile(String text) throws Exception {
    System.setProperty("rote.spark-defaults", Files.writeString(folder.resolve("defaults.conf"), text).toString());
  }
}
