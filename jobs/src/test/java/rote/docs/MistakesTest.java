package rote.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rote.experiment.file.ExperimentFile;
import rote.files.FileSystems;
import rote.files.InputException;

/** docs/mistakes.md: each message is the one that the program gives. */
class MistakesTest {
  private static final Document PAGE = Document.of("docs/mistakes.md");

  @TempDir Path folder;

  static Stream<List<String>> inFiles() {
    return PAGE.table("in the file", "message").stream();
  }

  static Stream<List<String>> onTheCommandLine() {
    return PAGE.table("in the file", "on the command line", "message").stream();
  }

  @ParameterizedTest
  @MethodSource("inFiles")
  void aMistakeInAFileGetsItsMessage(List<String> row) throws IOException {
    getsTheMessage(row.get(0), List.of(), row.get(1));
  }

  @ParameterizedTest
  @MethodSource("onTheCommandLine")
  void aMistakeOnTheCommandLineGetsItsMessage(List<String> row) throws IOException {
    getsTheMessage(row.get(0), List.of(code(row.get(1)).replaceFirst("^--set '(.*)'$", "$1")), row.get(2));
  }

  @Test
  void thereAreSixtyAndMore() {
    assertThat(Stream.concat(inFiles(), onTheCommandLine()).distinct()).hasSizeGreaterThanOrEqualTo(60);
  }

  /** A message that ends in an ellipsis goes on with a list of all that is known. */
  private void getsTheMessage(String content, List<String> changes, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("first.yaml"), "name: first\n" + code(content).replace("\\n", "\n") + "\n");
    String wanted = code(message);
    boolean isShortened = wanted.endsWith("…");
    assertThatThrownBy(() -> ExperimentFile.read(file.toString(), changes, new FileSystems())).isInstanceOf(InputException.class)
        .satisfies(e -> {
          String said = e.getMessage().replace(folder + "/", "");
          assertThat(isShortened ? said.substring(0, Math.min(said.length(), wanted.length() - 1)) + "…" : said).isEqualTo(wanted);
        }).message().doesNotContain("\n");
  }

  private static String code(String cell) {
    return cell.isEmpty() ? "" : Document.code(cell).get(0);
  }
}
