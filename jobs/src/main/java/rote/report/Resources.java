package rote.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts beside the code of which a page is made. */
final class Resources {
  private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private Resources() {}

  /** A file of this package. */
  static String own(String name) {
    return text("/rote/report/" + name);
  }

  /** The chart library, so spelt that it can stand inside a script element. */
  static String charts() {
    return text(CHARTS).replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }

  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
