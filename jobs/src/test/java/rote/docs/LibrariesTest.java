package rote.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of libraries that is shipped beside those that Maven puts into rote.jar. */
class LibrariesTest {
  private static final List<List<String>> LISTED =
      Document.of("jobs/src/main/licenses/libraries.md").table("library", "version", "licence", "texts in");
  private static final Path TEXTS = Path.of("target/classes/META-INF/licenses");

  @Test
  void everyLibraryInsideIsListedWithItsVersion() throws IOException {
    List<String> jars = Stream.of(Files.readString(Path.of("target/shaded")).strip().split(":"))
        .map(jar -> Path.of(jar).getFileName().toString()).toList();
    assertThat(LISTED.stream().map(row -> Document.code(row.get(0)).get(0) + "-" + row.get(1) + ".jar").toList())
        .containsExactlyInAnyOrderElementsOf(jars);
  }

  @Test
  void everyTextThatIsNamedIsShipped() throws IOException {
    List<String> named = LISTED.stream().flatMap(row -> Document.code(row.get(3)).stream()).sorted().toList();
    try (Stream<Path> folders = Files.list(TEXTS).filter(Files::isDirectory)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()).sorted().toList()).isEqualTo(named);
    }
    for (String name : named) {
      try (Stream<Path> texts = Files.list(TEXTS.resolve(name))) {
        assertThat(texts.filter(text -> text.getFileName().toString().matches("LICENSE(\\.txt)?"))).as(name).isNotEmpty()
            .allSatisfy(text -> assertThat(text).isNotEmptyFile());
      }
    }
  }

  @Test
  void onlyLibrariesOfPlainApacheLicencesComeWithoutTexts() {
    LISTED.stream().filter(row -> row.get(3).equals("none")).forEach(row -> assertThat(row.get(2)).isEqualTo("Apache-2.0"));
  }
}
