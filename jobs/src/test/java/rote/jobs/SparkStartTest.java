package rote.jobs;

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
import org.junit.jupiter.params.provider.ValueSource;
import rote.data.InputException;

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
  void whatSparkSubmitSetsStandsAboveTheFileAndOurDefaults() throws Exception {
    writeFile("spark.master local[7]\nspark.ui.enabled false\nspark.task.maxFailures 9\n");
    SUBMITTED.forEach(System::setProperty); // as spark-submit hands its settings on
    SparkConf conf = SparkStart.conf("e", Map.of());
    SUBMITTED.forEach((key, value) -> assertThat(conf.get(key)).as(key).isEqualTo(value));
    assertThat(conf.get("spark.task.maxFailures")).isEqualTo("9");
    assertThat(conf.contains("spark.driver.host")).isFalse();
  }

  @Test
  void theCommandLineStandsAboveAll() throws Exception {
    writeFile("spark.master local[7]\n");
    SUBMITTED.forEach(System::setProperty);
    assertThat(SparkStart.conf("e", Map.of("spark.master", "local[2]")).get("spark.master")).isEqualTo("local[2]");
  }

  @Test
  void whereNobodySaysAnythingAllCoresOfThisMachineAreTakenWithRetries() {
    SparkConf conf = SparkStart.conf("e", Map.of());
    assertThat(conf.get("spark.master")).isEqualTo("local[*,4]");
    assertThat(conf.get("spark.app.name")).isEqualTo("rote e");
    assertThat(conf.get("spark.driver.maxResultSize")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[2,4]", "local-cluster[2,1,512]", "spark://a:1,b:2", "yarn",
      "k8s://https://host:6443"})
  void knowsTheMastersOfSpark(String master) {
    SparkStart.check(Map.of("spark.master", master));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local[]", "spark://", "mesos://host:5050", "yarn-client"})
  void turnsOthersAway(String master) {
    assertThatThrownBy(() -> SparkStart.check(Map.of("spark.master", master))).isInstanceOf(InputException.class)
        .hasMessageContaining("--master " + master).hasMessageContaining("must be local[N]");
  }

  private void writeFile(String text) throws Exception {
    System.setProperty("rote.spark-defaults", Files.writeString(folder.resolve("defaults.conf"), text).toString());
  }
}
