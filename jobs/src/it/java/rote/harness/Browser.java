package rote.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import rote.report.Resources;

/** Drives headless Chromium: what a page shows, which errors it logs, and what it requests. */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /** Warns of a library that these tests do not use. */
  private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private final ChromeDriver chromium;

  private Browser(ChromeDriver chromium) {
    this.chromium = chromium;
  }

  /** Skips the test with a message if there is no browser, and fails it if CI=true. */
  public static Browser start() {
    Optional<File> browser = onPath("chromium");
    Optional<File> driver = onPath("chromedriver");
    if (browser.isEmpty() || driver.isEmpty()) {
      assertThat(System.getenv("CI")).as("chromium and chromedriver must be on the PATH where CI=true").isNotEqualTo("true");
      System.err.println("SKIPPED: the tests of the page need Debian's packages chromium and chromium-driver");
      Assumptions.abort("chromium or chromedriver is not on the PATH");
    }
    VERSIONS.setLevel(Level.SEVERE);
    ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.orElseThrow()).build();
    Browser started = new Browser(new ChromeDriver(service, options(browser.orElseThrow())));
    started.chromium.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    started.look(1280, "light");
    return started;
  }

  private static Optional<File> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> new File(folder, program))
        .filter(File::canExecute).findFirst();
  }

  private static ChromeOptions options(File browser) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser);
    options.setCapability("goog:loggingPrefs", logs);
    return options.addArguments("--headless=new", "--window-size=1280,900", "--no-sandbox", "--disable-dev-shm-usage", // a container's root has neither
        "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
  }

  /** Opens a page, waits until the report is complete, and clears the log. */
  public void open(Path page) {
    complaints();
    requests();
    chromium.get(page.toAbsolutePath().toUri().toString());
    String isComplete = "return !document.querySelector('#data') || !!document.documentElement.dataset.ready;";
    waitFor(() -> this.<Boolean>run(isComplete));
    settle();
  }

  /** Waits two frames, and a limited number more until the visible charts are drawn. */
  public void settle() {
    await("(async () => {"
        + "const frame = () => new Promise(done => { requestAnimationFrame(done); setTimeout(done, 500); });"
        + "const missing = box => { const r = box.getBoundingClientRect();"
        + "  return r.width > 0 && r.bottom > 0 && r.top < innerHeight && !box.querySelector('svg, canvas'); };"
        + "await frame(); await frame();"
        + "for (let i = 0; i < 100 && [...document.querySelectorAll('.chart')].some(missing); i++) { await frame(); }"
        + "await new Promise(done => setTimeout(done, 30)); })()");
  }

  /** Sets the width, such as that of a telephone, and the colour scheme {@code light} or {@code dark}. */
  public void look(int width, String scheme) {
    command("Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    command("Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    settle();
  }

  /** Sends a command of Chromium's own protocol. */
  public Map<String, Object> command(String name, Map<String, Object> parameters) {
    return chromium.executeCdpCommand(name, parameters);
  }

  /** Returns what a script returns: numbers, texts, lists and maps of them, elements. */
  @SuppressWarnings("unchecked") // the caller knows its script
  public <T> T run(String script, Object... arguments) {
    return (T) chromium.executeScript(script, arguments);
  }

  /** Returns the result of an asynchronous function. */
  @SuppressWarnings("unchecked") // the caller knows its script
  public <T> T await(String promise, Object... arguments) {
    return (T) chromium.executeAsyncScript("const done = arguments[arguments.length - 1];"
        + "(" + promise + ").then(done, error => done('' + error));", arguments);
  }

  public WebElement one(String selector) {
    return chromium.findElement(By.cssSelector(selector));
  }

  public List<WebElement> all(String selector) {
    return chromium.findElements(By.cssSelector(selector));
  }

  /** Opens all folded parts. */
  public void unfold() {
    run("document.querySelectorAll('details').forEach(details => { details.open = true; });");
    settle();
  }

  /** Clicks an element, or the first that a selector finds. */
  public void click(Object what) {
    inSight(what).click();
    settle();
  }

  /** Types into an empty field. */
  public void type(String selector, String text) {
    inSight(selector).sendKeys(text);
    settle();
  }

  /** Selects a value in a list. */
  public void choose(String selector, String value) {
    click(selector + " option[value='" + value + "']");
  }

  /** Moves the mouse over the middle of an element. */
  public void hover(String selector) {
    new Actions(chromium).moveToElement(inSight(selector)).perform();
    settle();
  }

  /** Scrolls to an element: charts and rows of a table are drawn only when visible. */
  private WebElement inSight(Object what) {
    run("arguments[0].scrollIntoView({block: 'center'});", element(what));
    settle();
    return element(what);
  }

  private WebElement element(Object what) {
    return what instanceof WebElement found ? found : one((String) what);
  }

  public void waitFor(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for " + PATIENCE).isLessThan(end);
      settle();
    }
  }

  /** Returns the console's warnings and errors since the page was opened or since the last call. */
  public List<String> complaints() {
    return chromium.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage).toList();
  }

  /** Returns the addresses that the page requested since it was opened, except itself and its own data. */
  public List<String> requests() {
    String page = chromium.getCurrentUrl();
    return StreamSupport.stream(chromium.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
        .map(entry -> message(entry.getMessage()))
        .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
        .map(message -> message.at("/params/request/url").asText())
        .filter(url -> !url.equals(page) && !url.startsWith("data:") && !url.startsWith("blob:")).toList();
  }

  private static JsonNode message(String text) {
    try {
      return JSON.readTree(text).path("message");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the colours of an element's pixels, row by row. */
  public int[] pixels(WebElement element) {
    inSight(element);
    command("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", 0, "y", 0)); // away from any tooltip
    settle();
    Map<String, Number> box = run("const r = arguments[0].getBoundingClientRect();"
        + "return {x: r.x + scrollX, y: r.y + scrollY, width: r.width, height: r.height};", element);
    BufferedImage picture = decoded(picture(box));
    return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  /** Returns how many colours an element shows, including the background. */
  public long colours(WebElement element) {
    return IntStream.of(pixels(element)).distinct().count();
  }

  /** Takes a picture of the whole page, after scrolling through it so that all is drawn. */
  public void picture(Path to) throws IOException {
    await("(async () => { const end = document.documentElement.scrollHeight;"
        + "for (let y = 0; y < end; y += 800) { scrollTo(0, y); await new Promise(done => setTimeout(done, 40)); }"
        + "scrollTo(0, 0); })()");
    settle();
    Map<String, Number> box = run("const e = document.documentElement;"
        + "return {x: 0, y: 0, width: e.clientWidth, height: Math.min(e.scrollHeight, 9000)};");
    Files.createDirectories(to.getParent());
    Files.write(to, picture(box));
  }

  private byte[] picture(Map<String, Number> box) {
    Map<String, Object> clip = Map.of("x", box.get("x"), "y", box.get("y"), "width", box.get("width"),
        "height", box.get("height"), "scale", 1);
    Map<String, Object> shot = command("Page.captureScreenshot", Map.of("clip", clip, "captureBeyondViewport", true));
    return Base64.getDecoder().decode((String) shot.get("data"));
  }

  private static BufferedImage decoded(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the accessibility violations that axe-core calls serious or critical, one line each. */
  public List<String> seriousViolations() {
    run(Resources.text("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));
    List<Map<String, Object>> found = await("axe.run(document, {resultTypes: ['violations']}).then(found => "
        + "found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
        + ".map(v => ({rule: v.id, nodes: v.nodes.map(n => n.target + ': ' + n.failureSummary)})))");
    List<String> lines = new ArrayList<>();
    found.forEach(violation -> lines.add(violation.get("rule") + " " + violation.get("nodes")));
    return lines;
  }

  @Override
  public void close() {
    chromium.quit();
  }
}
