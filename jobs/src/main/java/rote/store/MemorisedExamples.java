package rote.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;

/** The table of memorisation scores, a row a training example of a group of models: made of records and the data. */
public final class MemorisedExamples {
  private static final TableForm<MemorisedExample> FORM = TableForm.of("example", List.of(
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
      Column.<MemorisedExample>bytes("pixels", MemorisedExample::pixels).orNull()), Format.CURRENT);

  private final Folder folder;

  public MemorisedExamples(Output output) {
    this.folder = output.folder();
  }

  /** Replaces the table; without examples there is none. */
  public void write(List<MemorisedExample> examples) throws IOException {
    if (examples.isEmpty()) {
      if (folder.exists(Output.MEMORISED)) {
        folder.delete(Output.MEMORISED);
      }
      return;
    }
    ParquetRows.write(folder, Output.MEMORISED, FORM.schema(), Map.of(), writer -> {
      for (MemorisedExample example : examples) {
        writer.write(FORM.row(example));
      }
    });
  }

  /** What the table holds, whatever its format; nothing if there is no table. */
  public List<MemorisedExample> read() throws IOException {
    List<MemorisedExample> examples = new ArrayList<>();
    if (folder.exists(Output.MEMORISED)) {
      ParquetRows.read(folder, Output.MEMORISED, row -> examples.add(example(row)));
    }
    return examples;
  }

  private static MemorisedExample example(Group row) {
    return new MemorisedExample(RecordColumns.text(row, TableForm.name(row, "group")), row.getInteger("image", 0),
        row.getInteger("label", 0), row.getInteger("told_label", 0), row.getInteger("trained", 0),
        row.getInteger("trained_right", 0), row.getInteger("left_out", 0), row.getInteger("left_out_right", 0),
        row.getFieldRepetitionCount("score") > 0 ? row.getDouble("score", 0) : null, ProbeColumns.integers(row, "shape"),
        row.getFieldRepetitionCount("pixels") > 0 ? row.getBinary("pixels", 0).getBytes() : null);
  }
}
