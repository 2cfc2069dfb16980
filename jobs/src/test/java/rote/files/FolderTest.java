package rote.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FolderTest {
  @Test
  void aWrappedFailureIsReportedWithItsCause() {
    assertThat(told(new RuntimeException("closing failed", new IOException("server gone"))))
        .isEqualTo("java.lang.RuntimeException: closing failed: java.io.IOException: server gone");
    assertThat(told(new IOException("unsent", new RuntimeException((String) null))))
        .isEqualTo("java.io.IOException: unsent: java.lang.RuntimeException");
  }

  @Test
  void aCauseThatIsOnlyAPathIsExplained() {
    assertThat(told(new IOException("cannot move /out/x", new AccessDeniedException("/out/x"))))
        .isEqualTo("java.io.IOException: cannot move /out/x: no permission for /out/x"
            + "; its permissions must allow it, or take another folder");
  }

  @Test
  void circularCausesAreReportedOnce() {
    IOException one = new IOException("one");
    one.initCause(new IOException("two", one));
    assertThat(told(one)).isEqualTo("java.io.IOException: one: java.io.IOException: two");
  }

  @Test
  void aCauseThatTheMessageRepeatsIsReportedOnce() {
    assertThat(told(new UncheckedIOException(new IOException("disk broken"))))
        .isEqualTo("java.io.UncheckedIOException: java.io.IOException: disk broken");
  }

  @Test
  void onlyTheFirstLineOfEachCauseIsReported() {
    assertThat(told(new IOException("closing failed\n\tat one", new IOException("server gone\n\tat another"))))
        .isEqualTo("java.io.IOException: closing failed: java.io.IOException: server gone");
  }

  @Test
  void aFullDiskIsReportedWithItsRemedy() {
    assertThat(told(new FileSystemException("/out/x.tmp", null, "No space left on device")))
        .isEqualTo("No space left on device at /out/x.tmp; make room there, and the same command continues");
    assertThat(told(new RuntimeException("closing failed", new IOException("Disk quota exceeded"))))
        .endsWith("have the quota raised or make room, and the same command continues");
  }

  private static String told(Exception failure) {
    IOException told = Folder.failed("write", "/out/x", failure);
    assertThat(told).hasCause(failure);
    return told.getMessage().replace("cannot write /out/x: ", "");
  }
}
