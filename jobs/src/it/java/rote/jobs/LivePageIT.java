package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.store.Output;

/** The page of a run that goes on, opened as a file. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class LivePageIT {
  @Test
  void itsControlShowsTheRenewedPageUntilTheRunHasEnded(Browser browser, @TempDir Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    ResultFiles results = LivePageTest.begun(Output.at(folder.toString()), lines);
    LivePageTest.renew(results, 0);
    browser.open(folder.resolve(Output.REPORT));
    assertThat(live(browser)).contains("Still training. 0 of 2 trials done at 20", "it ends in about 1 min 20 s");
    LivePageTest.renew(results, 1);
    assertThat(live(browser)).as("until it is asked for").contains("0 of 2 trials done");
    reload(browser);
    browser.waitFor(() -> live(browser).contains("1 of 2 trials done"));
    LivePageTest.end(results);
    reload(browser);
    browser.waitFor(() -> live(browser).isEmpty());
    assertThat(browser.all("h1")).hasSize(1);
    assertThat(browser.complaints()).isEmpty();
    assertThat(lines).as("edited pages").isEmpty();
  }

  private static void reload(Browser browser) {
    browser.one("#live button").click(); // the browser waits for the page
  }

  private static String live(Browser browser) {
    return browser.run("const live = document.querySelector('#live'); return live === null ? '' : live.innerText;");
  }
}
