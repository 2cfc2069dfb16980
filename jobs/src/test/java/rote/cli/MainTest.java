package rote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rote.files.InputException;

class MainTest {
  @Test
  void aStackTraceHidesWhatIsSecret() {
    Exception cause = new IOException("no answer from s3a://key:secret@bucket/x");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream standardErr = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Main.died(Thread.currentThread(), new IllegalStateException("http://me:secret@host/x", cause));
    } finally {
      System.setErr(standardErr);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("http://***@host/x", "s3a://***@bucket/x", "\tat ")
        .doesNotContain("secret");
  }

  @Test
  void aSettingThatIsNoPlaceIsNamed() {
    assertThatThrownBy(() -> HadoopSettings.find(Map.of("YARN_CONF_DIR", "~hadoop/conf")))
        .isInstanceOf(InputException.class).hasMessageStartingWith("YARN_CONF_DIR: ~hadoop/conf: ");
  }
}
