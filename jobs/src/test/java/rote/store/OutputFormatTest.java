package rote.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rote.harness.Fixtures.OWNER;
import static rote.harness.Fixtures.completed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rote.files.InputException;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.ParquetRows;
import rote.store.verify.Findings;
import rote.store.verify.SegmentsCheck;

/** What a newer program wrote is refused in a line, in its manifest and, before there is one, in its segments. */
class OutputFormatTest {
  private static final Columns<String> OTHER_ROWS =
      new Columns<>("other", List.of(Column.text("unknown", text -> text)));

  @TempDir Path folder;
  private Output output;

  @BeforeEach
  void write() throws IOException {
    output = Output.at(folder.toString());
    new Segments(output, OWNER).append(List.of(completed("t1")));
  }

  @Test
  void everyManifestNamesTheCurrentFormatDespiteItsFacts() throws IOException {
    Files.writeString(folder.resolve(Output.MANIFEST), "{\"format\": 1, \"file\": \"b\"}");
    Manifest.write(output, Manifest.read(output));
    assertThat(Manifest.read(output)).extracting(Manifest::format, Manifest::file).containsExactly(OutputFormat.CURRENT, "b");
    assertThat(Files.readString(folder.resolve(Output.MANIFEST))).startsWith("{\n  \"format\" : " + OutputFormat.CURRENT);
    Manifest.begin(output, Manifest.NONE);
    assertThat(Manifest.read(output).format()).isEqualTo(OutputFormat.CURRENT);
  }

  @Test
  void aManifestThatNamesNoneIsOfTheFirst() throws IOException {
    Files.writeString(folder.resolve(Output.MANIFEST), "{}");
    assertThat(Manifest.read(output).format()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "0", "-1", "2.0", "\"two\"", "99999999999", "[2]"})
  void aFormatThatIsNotKnownIsRefused(String format) throws IOException {
    Files.writeString(folder.resolve(Output.MANIFEST), "{\"format\": " + format + "}");
    refused(() -> Manifest.read(output), Output.MANIFEST);
    refused(() -> Manifest.readIfAny(output), Output.MANIFEST);
    refused(output::checkPlace, Output.MANIFEST);
    refused(() -> output.check(OWNER), Output.MANIFEST);
    refused(output::overwrite, Output.MANIFEST);
  }

  @Test
  void aSegmentOfANewerFormatIsRefusedBeforeItsRowsAreRead() throws IOException {
    String name = "segments/newer-000000.parquet";
    Map<String, String> footer = new LinkedHashMap<>(OWNER.metadata());
    footer.put(OutputFormat.IN_SEGMENT, "4");
    ParquetRows.write(output.folder(), name, OTHER_ROWS, footer, file -> file.accept(OTHER_ROWS.row("r")));
    refused(() -> output.check(OWNER), name);
    refused(() -> Segments.readAll(output), name);
    refused(() -> new SegmentsCheck(output, new Findings()), name);
  }

  private static void refused(ThrowingCallable reading, String file) {
    assertThatThrownBy(reading).isInstanceOf(InputException.class).hasMessageContainingAll(file, "has format ",
        "this program knows formats 1 to " + OutputFormat.CURRENT, "use the program that wrote it, or a newer one")
        .hasMessageNotContaining("\n");
  }
}
