package rote.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @ValueSource(strings = {"3.5.0", "3.5.1-amzn-1", "4.0.1", "4.1.0.vendor-7", "4.2.0-SNAPSHOT", "5.0.0", "unknown"})
  void aSupportedOrUnknownSparkIsTaken(String spark) {
    assertThat(Platform.refusal(spark)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4.4", "3.4.1-amzn-2", "2.4.8", "1.6.0"})
  void anOlderSparkIsRefusedByItsVersion(String spark) {
    assertThat(Platform.refusal(spark).orElseThrow()).startsWith("Spark " + spark + " is too old: Rote ")
        .endsWith(" runs on Spark 3.5 to 4.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.0", "3.5.1-amzn-1", "4.0.1", "4.2.0", "4.2.7.vendor-1"})
  void aTestedSparkIsNoSurprise(String spark) {
    assertThat(Platform.untested(spark)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.3.0", "4.10.1", "5.0.0-SNAPSHOT", "unknown"})
  void aNewerOrUnknownSparkIsSaidToBeUntested(String spark) {
    assertThat(Platform.untested(spark)).contains("Spark " + spark + " is not among those that Rote was tested on: Spark 3.5 to 4.2");
  }

  @Test
  void noSparkIsRefused() {
    assertThat(Platform.refusal(null).orElseThrow()).startsWith("there is no Spark on the class path");
  }
}
