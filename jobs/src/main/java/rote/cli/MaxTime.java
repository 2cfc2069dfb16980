package rote.cli;

import java.time.DateTimeException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 90s}, {@code 30m} or {@code 1h30m}. */
final class MaxTime implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String typed) {
    try {
      Duration time = Duration.parse("PT" + typed.strip());
      if (typed.matches("[0-9hmsHMS.]+") && time.toMillis() > 0) {
        return time;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Said below.
    }
    throw new TypeConversionException("must be a time, such as 90s, 30m or 1h30m, was \"" + typed + "\"");
  }
}
