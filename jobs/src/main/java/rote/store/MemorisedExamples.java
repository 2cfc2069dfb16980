package rote.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import rote.files.Folder;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.ParquetRows;
import rote.files.parquet.Row;

/** The table of memorisation scores: one row per training example and group of models. */
public final class MemorisedExamples {
  private static final Columns<MemorisedExample> COLUMNS = TableForm.of("example", List.of(
      Column.text("group", MemorisedExample::group),
      Column.integer("image", MemorisedExample::image),
      Column.integer("label", MemorisedExample::label),
      Column.integer("told_label", MemorisedExample::toldLabel),
      Column.integer("trained", MemorisedExample::trained),
      Column.integer("trained_right", MemorisedExample::trainedRight),
      Column.integer("left_out", MemorisedExample::leftOut),
      Column.integer("left_out_right", MemorisedExample::leftOutRight),
      Column.<MemorisedExample>real("score", MemorisedExample::score).orNull(),
      Column.integers("shape", MemorisedExample::shape),
      Column.<MemorisedExample>bytes("pixels", MemorisedExample::pixels).orNull()), OutputFormat.CURRENT);

  private final Folder folder;

  public MemorisedExamples(Output output) {
    this.folder = output.folder();
  }

  public void write(List<MemorisedExample> examples) throws IOException {
    if (!examples.isEmpty()) {
      ParquetRows.write(folder, Output.MEMORISED, COLUMNS, examples.stream());
    } else if (folder.exists(Output.MEMORISED)) {
      folder.delete(Output.MEMORISED);
    }
  }

  /** Reads the table, of whatever format; empty if there is none. */
  public List<MemorisedExample> read() throws IOException {
    List<MemorisedExample> examples = new ArrayList<>();
    if (folder.exists(Output.MEMORISED)) {
      ParquetRows.read(folder, Output.MEMORISED, row -> examples.add(example(row)));
    }
    return examples;
  }

  private static MemorisedExample example(Row row) {
    return new MemorisedExample(row.text(TableForm.name(row, "group")), row.integer("image"),
        row.integer("label"), row.integer("told_label"), row.integer("trained"),
        row.integer("trained_right"), row.integer("left_out"), row.integer("left_out_right"),
        row.isNull("score") ? null : row.real("score"), row.integers("shape"),
        row.isNull("pixels") ? null : row.bytes("pixels"));
  }
}
