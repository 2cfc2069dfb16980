package rote.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebElement;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.harness.ShippedReports;

/** Reports of shipped experiments work in a browser: offline, at any width and in both colour schemes. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ReportIT {
  private static Browser browser;

  static List<String> names() {
    return ShippedReports.NAMES;
  }

  @BeforeAll
  static void start(Browser opened) {
    browser = opened;
  }

  @ParameterizedTest
  @MethodSource("names")
  void needsNoOtherFileAndDrawsItsCharts(String name) throws IOException {
    browser.look(1280, "light");
    browser.open(ShippedReports.report(name));
    browser.unfold();
    assertThat(browser.all(".chart").stream().filter(WebElement::isDisplayed)).hasSizeGreaterThan(1)
        .allSatisfy(chart -> assertThat(browser.colours(chart)).isGreaterThan(3));
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void canBeReadAtAnyWidthInLightAndInDark(String name) throws IOException {
    browser.open(ShippedReports.report(name));
    for (int width : new int[] {1280, 400}) {
      for (String scheme : List.of("light", "dark")) {
        browser.look(width, scheme);
        browser.picture(Path.of("target", "screenshots", name + "-" + width + "-" + scheme + ".png"));
        Number wide = browser.run("return document.documentElement.scrollWidth;");
        assertThat(wide.intValue()).as("pixels that %s takes of %d", name, width).isLessThanOrEqualTo(width);
      }
    }
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasContrastAndLabels(String name) throws IOException {
    browser.look(1280, "light");
    browser.open(ShippedReports.report(name));
    browser.unfold();
    for (String scheme : List.of("light", "dark")) {
      browser.look(1280, scheme);
      assertThat(browser.seriousViolations()).as("%s, %s", name, scheme).isEmpty();
    }
  }
}
