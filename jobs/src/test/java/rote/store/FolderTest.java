package rote.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FolderTest {
  @Test
  void aFailureThatOnlyWrapsAnotherIsToldWithIt() {
    assertThat(told(new RuntimeException("closing failed", new IOException("quota exceeded"))))
        .isEqualTo("java.lang.RuntimeException: closing failed: java.io.IOException: quota exceeded");
    assertThat(told(new IOException("unsent", new RuntimeException((String) null))))
        .isEqualTo("java.io.IOException: unsent: java.lang.RuntimeException");
  }

  @Test
  void aCauseThatOnlySaysAPathIsToldByName() {
    assertThat(told(new IOException("cannot move /out/x", new AccessDeniedException("/out/x"))))
        .isEqualTo("java.io.IOException: cannot move /out/x: java.nio.file.AccessDeniedException: /out/x");
  }

  @Test
  void causesInARingAreToldOnce() {
    IOException one = new IOException("one");
    one.initCause(new IOException("two", one));
    assertThat(told(one)).isEqualTo("java.io.IOException: one: java.io.IOException: two");
  }

  @Test
  void whatAFailureSaysOfItsCauseIsNotToldTwice() {
    assertThat(told(new UncheckedIOException(new IOException("disk full"))))
        .isEqualTo("java.io.UncheckedIOException: java.io.IOException: disk full");
  }

  @Test
  void onlyTheFirstLineOfEachIsTold() {
    assertThat(told(new IOException("closing failed\n\tat one", new IOException("quota exceeded\n\tat another"))))
        .isEqualTo("java.io.IOException: closing failed: java.io.IOException: quota exceeded");
  }

  private static String told(Exception failure) {
    IOException told = Folder.failed("write", "/out/x", failure);
    assertThat(told).hasCause(failure);
    return told.getMessage().replace("cannot write /out/x: ", "");
  }
}
