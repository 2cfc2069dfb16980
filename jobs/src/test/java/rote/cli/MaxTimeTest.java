package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MaxTimeTest {
  @ParameterizedTest
  @CsvSource({"90s, 90", "30m, 1800", "1h30m, 5400", "2H, 7200", "1.5s, 1.5"})
  void isReadAsPeopleWriteIt(String typed, double seconds) {
    assertThat(new MaxTime().convert(typed)).isEqualTo(Duration.ofMillis((long) (seconds * 1000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "", "m", "0s", "-5m", "30 m", "half an hour", "30m1h", "99999999999999999999h"})
  void isRefusedWhereItIsNoTime(String typed) {
    assertThatThrownBy(() -> new MaxTime().convert(typed)).isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("must be a time, such as 90s, 30m or 1h30m");
  }
}
