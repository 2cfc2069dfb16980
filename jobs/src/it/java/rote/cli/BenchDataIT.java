package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Program;

/** {@code rote bench} looks for MNIST where {@code run} does, and otherwise uses the built-in digits. */
@Tag("machines")
class BenchDataIT {
  @TempDir Path folder;

  @Test
  void withoutMnistItMeasuresOnTheBuiltInDigits() throws Exception {
    Files.createDirectories(folder.resolve("data/cifar-10"));
    for (String data : new String[] {"", folder.resolve("data").toString()}) {
      Program.Ended ended = Program.in(folder).with("ROTE_DATA", data).with("XDG_CACHE_HOME", folder.resolve("cache").toString())
          .run("bench", "W1", "--seconds", "0.1");
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).startsWith("pen-digits, ").contains("\nW1 ");
    }
  }
}
