package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Browser;
import rote.harness.BrowserExtension;

/** The tests' browser notices errors, requests and unreadable text of a page. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class BrowserIT {
  @TempDir Path folder;

  @Test
  void seesErrorsRequestsAndWhatCannotBeRead(Browser browser) throws IOException {
    Path page = Files.writeString(folder.resolve("bad.html"), "<html><title>bad</title><body>"
        + "<p style='color: #ddd; background: #fff'>pale</p><img src='http://127.0.0.1:9/pixel.png'>"
        + "<script>missing();</script></body></html>");
    browser.open(page);
    assertThat(browser.complaints()).anyMatch(line -> line.contains("missing is not defined"));
    assertThat(browser.requests()).contains("http://127.0.0.1:9/pixel.png");
    assertThat(browser.seriousViolations()).anyMatch(line -> line.startsWith("color-contrast"))
        .anyMatch(line -> line.startsWith("image-alt")).anyMatch(line -> line.startsWith("html-has-lang"));
  }
}
