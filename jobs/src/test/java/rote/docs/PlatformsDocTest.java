package rote.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/platforms.md beside the script and the profiles that test what it says. */
class PlatformsDocTest {
  private static final Document PAGE = Document.of("docs/platforms.md");

  @Test
  void everyCellOfTheMatrixIsListedWithItsVersions() throws IOException {
    String matrix = Files.readString(Document.PROJECT.resolve(".ci/matrix"));
    String builtOn = found("built_on=\"(.*)\"", matrix);
    List<List<String>> cells = Stream.concat(Stream.of(builtOn), Stream.of(found("turns=\\((.*)\\)", matrix).split(" ")))
        .map(cell -> row(cell, builtOn)).toList();
    assertThat(PAGE.table("cell", "Spark", "Scala", "Hadoop", "Java")).containsExactlyInAnyOrderElementsOf(cells);
  }

  @Test
  void theTestsOfACellAreListed() {
    assertThat(PAGE.names("test", "asks")).containsExactlyInAnyOrder(found("<it.test>(.*)</it.test>", profile("cell")).split(","));
  }

  private static List<String> row(String cell, String builtOn) {
    String[] parts = cell.split("_jdk-");
    String profile = parts[0].equals(builtOn) ? "" : profile(parts[0]);
    return List.of("`" + cell + "`", version("spark.version", profile), version("scala.binary", profile),
        version("hadoop.version", profile), parts.length > 1 ? parts[1] : "17");
  }

  /** What a profile does not set is set for all. */
  private static String version(String property, String profile) {
    String element = "<" + property + ">(.*)</" + property + ">";
    return found(element, profile + text("../pom.xml"));
  }

  private static String profile(String id) {
    return found("(?s)<profile>\\s*(?:<!--[^>]*-->\\s*)?<id>" + Pattern.quote(id) + "</id>(.*?)</profile>", text("pom.xml"));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
