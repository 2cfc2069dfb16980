package rote.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import rote.analysis.Analysis;
import rote.experiment.Experiment;
import rote.harness.Browser;
import rote.harness.BrowserExtension;
import rote.harness.Sample;
import rote.trial.LearningRate;
import rote.trial.Setting;

/** A page shows its numbers in any browser and under any policy; a part that fails does not harm the others. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class LeanBrowserIT {
  private static Browser browser;
  private static Path page;

  private String script; // that a browser runs before the page

  @BeforeAll
  static void start(@TempDir Path folder, Browser opened) throws IOException {
    Map<Setting<?>, List<Object>> grid = new LinkedHashMap<>();
    grid.put(Setting.LEARNING_RATE, List.of(new LearningRate(0.1f, 0.999f), new LearningRate(0.1f, 0.9995f),
        new LearningRate(0.1f, 0.9999f)));
    grid.put(Setting.MOMENTUM, List.of(0.038746532f, 0.51234567f));
    Experiment experiment = Sample.experiment(grid, 2);
    Analysis analysis = Analysis.of(experiment,
        experiment.trials().stream().map(trial -> Sample.completed(trial, 0.1, 0.5, 0.9)).toList());
    page = Files.writeString(Files.createDirectories(folder.resolve("é 100%")).resolve("report.html"),
        Page.html(analysis, Sample.FACTS, List.of()));
    browser = opened;
  }

  @AfterEach
  void restore() {
    if (script != null) {
      browser.command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
    }
  }

  @Test
  void aWholePageHidesTheTablesShownWithoutScripts() {
    browser.open(page);
    assertThat(shown(".static")).isFalse();
    assertThat(shown(".unscripted")).isFalse();
    assertThat(browser.all("#epochs .panels svg")).isNotEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      window.DecompressionStream = undefined       | need a newer browser
      window.Response = undefined                  | cannot be shown
      Object.defineProperty(window, 'echarts', {value: undefined}) | the chart library could not be run
      """)
  void withoutChartsTheTableIsThereAndALineSaysWhy(String lacking, String line) {
    before(lacking);
    browser.open(page);
    assertThat(browser.one("#epochs .unscripted").getText()).contains(line);
    assertThat(shown("#epochs .scripted")).isFalse();
    assertThat(browser.all("#table tbody tr[data-row]")).hasSize(6);
    assertThat(shown("#results .static")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"window.IntersectionObserver = undefined", "window.ResizeObserver = undefined",
      "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"})
  void chartsNeedNoObserversAndNoStorage(String lacking) {
    before(lacking);
    browser.open(page);
    assertThat(browser.all("#epochs .panels svg")).isNotEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aTableThatCannotBeMadeLeavesTheOneWithoutScripts() {
    before("HTMLTableSectionElement.prototype.replaceChildren = undefined");
    browser.open(page);
    assertThat(shown("#results .static")).isTrue();
    assertThat(browser.one("#results .static").getText()).contains("0.1 x 0.9995 an epoch");
    assertThat(browser.one("#results .unscripted").getText()).contains("cannot be shown");
    assertThat(browser.all("#epochs .panels svg")).isNotEmpty();
  }

  @Test
  void chartsThatCannotBeDrawnSaySoInTheirPlace() {
    before("SVGElement.prototype.setAttribute = () => { throw new Error('no drawing'); };"
        + "Document.prototype.createElementNS = () => { throw new Error('no drawing'); }");
    browser.open(page);
    assertThat(browser.one("#epochs .chart").getText()).contains("cannot be drawn: no drawing");
    assertThat(browser.all("#table tbody tr[data-row]")).hasSize(6);
    assertThat(browser.all("#results .static")).hasSize(1);
  }

  /** Mail viewers and code hosts forbid scripts by a header, which noscript does not notice. */
  @ParameterizedTest
  @ValueSource(strings = {"script-src 'none'", "sandbox", "default-src 'none'"})
  void theNumbersAreShownWhereScriptsAreForbidden(String policy) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] content = Files.readAllBytes(page);
    server.createContext("/", exchange -> {
      exchange.getResponseHeaders().set("Content-Security-Policy", policy);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
      exchange.close();
    });
    server.start();
    try {
      browser.command("Page.navigate", Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
      browser.waitFor(() -> !browser.all("#results").isEmpty());
      assertThat(browser.one("#epochs .unscripted").getText()).contains("charts are not shown", "newer browser");
      assertThat(browser.one("#results .static").getText()).contains("0.1 x 0.9995 an epoch", "0.810");
      assertThat(shown("#results .scripted")).isFalse();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void settingsAreToldApartInLegendPanelsTableAndFilter() {
    browser.open(page);
    assertThat(browser.<List<String>>run(
        "return JSON.parse(document.getElementById('data').textContent).axes.map(axis => axis.values.join(' '));"))
        .containsExactly("0.999 0.9995 0.9999", "0.0387 0.512");
    assertThat(browser.all("#epochs .legend button")).extracting(WebElement::getText).containsExactly("0.999", "0.9995", "0.9999");
    browser.choose("#epochs select[name=rows]", "");
    browser.choose("#epochs select[name=columns]", "learning-rate-decay");
    assertThat(browser.all("#epochs figure.panel")).extracting(panel -> panel.getAttribute("data-panel")).contains(
        "learning rate decay 0.999", "learning rate decay 0.9995", "learning rate decay 0.9999");
    for (String typed : List.of("0.999", "0.9995", "0.9999", "decay 0.9999", ".9999", "0.99990", "9999e-4")) {
      assertThat(filtered(typed)).as(typed).isEqualTo("2 of 6 groups");
    }
    for (String typed : List.of("0.0387", "0.038746532", "momentum 0.512")) {
      assertThat(filtered(typed)).as(typed).isEqualTo("3 of 6 groups");
    }
    assertThat(filtered("0.99")).isEqualTo("0 of 6 groups");
    assertThat(filtered("0.038")).isEqualTo("0 of 6 groups");
  }

  @Test
  void theOnlyGlobalNameIsTheChartLibrary() {
    browser.open(page);
    assertThat(browser.<List<String>>run("const frame = document.createElement('iframe'); document.body.append(frame);"
        + "const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow)); frame.remove();"
        + "return Object.getOwnPropertyNames(window).filter(name => !usual.has(name));"))
        .filteredOn(name -> !name.equals("ret_nodes")).containsExactly("echarts"); // ret_nodes is chromedriver's
    assertThat(browser.<String>run("return typeof readData + typeof charts + typeof MAX_FACETS;"))
        .isEqualTo("undefined".repeat(3));
  }

  @Test
  void theCommandsShownNameTheTablesBesideThePage() {
    browser.open(page);
    String table = page.resolveSibling("trials/trials.parquet").toString();
    assertThat(browser.one("#tables").getText()).contains("pandas.read_parquet(\"" + table + "\")", "FROM '" + table + "';");
  }

  private void before(String lacking) {
    script = (String) browser.command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", lacking)).get("identifier");
  }

  private static boolean shown(String selector) {
    return browser.all(selector).stream().anyMatch(WebElement::isDisplayed);
  }

  private static String filtered(String text) {
    return browser.run("const filter = document.getElementById('filter'); filter.value = arguments[0];"
        + "filter.dispatchEvent(new Event('input')); return document.getElementById('count').value;", text);
  }
}
