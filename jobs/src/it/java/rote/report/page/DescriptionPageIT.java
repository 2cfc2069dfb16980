package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rote.data.Dataset;
import rote.data.Examples;
import rote.data.Names;
import rote.data.Shape;
import rote.data.catalog.Catalog;
import rote.data.description.Description;
import rote.harness.Browser;
import rote.harness.BrowserExtension;

/** The page of a data set works in a browser: offline, at any width, in both colour schemes, and with hostile texts. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class DescriptionPageIT {
  private static final String HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">\" autofocus "
      + "{{name}} \u202edigits\u2066 " + "x".repeat(3_000);

  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start(Browser opened) {
    browser = opened;
  }

  @Test
  void canBeReadAtAnyWidthInLightAndInDark() throws IOException {
    for (Dataset data : List.of(Catalog.load("pen-digits", List.of()), table("id", "yes"))) {
      Path page = page(data);
      for (String scheme : List.of("light", "dark")) {
        for (int width : new int[] {1280, 400}) {
          browser.look(width, scheme);
          browser.open(page);
          browser.picture(Path.of("target", "screenshots", "describe-" + data.name() + "-" + width + "-" + scheme + ".png"));
          assertThat(pixelsAcross()).isLessThanOrEqualTo(width);
        }
        assertThat(browser.seriousViolations()).as(scheme).isEmpty();
      }
    }
    browser.open(page(Catalog.load("pen-digits", List.of())));
    assertThat(browser.<List<Object>>run("return [...document.images].filter(image => image.naturalWidth == 289).map(image => image.alt);")).hasSize(10);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void wordsStayWords() throws IOException {
    browser.look(400, "light");
    browser.open(page(table(HOSTILE, HOSTILE)));
    assertThat(browser.<String>run("return document.title;")).doesNotContain("taken");
    for (String place : List.of("#classes tbody", "#features tbody", "#rows thead", ".warnings")) {
      assertThat(browser.<String>run("return document.querySelector(arguments[0]).textContent;", place)).contains(HOSTILE);
    }
    assertThat(browser.all("script, img")).isEmpty();
    assertThat(pixelsAcross()).isLessThanOrEqualTo(400);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  private static int pixelsAcross() {
    return browser.<Number>run("return document.documentElement.scrollWidth;").intValue();
  }

  private Path page(Dataset data) throws IOException {
    return Files.writeString(folder.resolve("data.html"), DescriptionPage.html(Description.of(data)));
  }

  /** The rows are numbered by a first column. */
  private static Dataset table(String column, String name) {
    float[] values = new float[60 * 25];
    IntStream.range(0, values.length).forEach(k -> values[k] = k % 25 == 0 ? k / 25 : k * k % 97 / 8f);
    byte[] labels = new byte[60];
    IntStream.range(0, 60).forEach(e -> labels[e] = (byte) (e % 3));
    List<String> names = IntStream.range(0, 25).mapToObj(k -> k == 0 ? column : "measurement " + k).toList();
    return Dataset.ofTable("my.csv", Shape.ofFeatures(25), new Names(names, List.of(name, "no", "perhaps")),
        Examples.ofValues(values, labels), Examples.none());
  }
}
