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
import rote.harness.Program;

class MainTest {
  @Test
  void aStackTraceHidesWhatIsSecret() {
    Exception cause = new IOException("no answer from s3a://key:secret@bucket/x");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream standardErr = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      OwnJvm.died(Thread.currentThread(), new IllegalStateException("http://me:secret@host/x", cause));
    } finally {
      System.setErr(standardErr);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("http://***@host/x", "s3a://***@bucket/x", "\tat ")
        .doesNotContain("secret");
  }

  /** Java gives U+FFFD for bytes that are no UTF-8: of two folders it would make one. */
  @Test
  void anArgumentOfLostBytesIsRefused() {
    Program.here("run", "x.yaml", "--out", "caf\ufffd").demandComplaint(2,
        "argument \"caf\ufffd\": its name is not UTF-8 text");
    Program.here("show", "--conf=spark.a=\ufffd").demandComplaint(2, "is not UTF-8 text");
    assertThatThrownBy(() -> Main.demandText("ROTE_DATA", "/data/\ufffd", "rename the folder"))
        .isInstanceOf(InputException.class).hasMessageStartingWith("ROTE_DATA: its name is not UTF-8 text");
  }

  @Test
  void aSettingThatIsNoPlaceIsNamed() {
    assertThatThrownBy(() -> HadoopSettings.find(Map.of("YARN_CONF_DIR", "~hadoop/conf")))
        .isInstanceOf(InputException.class).hasMessageStartingWith("YARN_CONF_DIR: ~hadoop/conf: ");
  }
}
