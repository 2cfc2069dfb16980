package rote.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import rote.files.Folder;
import rote.files.parquet.Column;
import rote.files.parquet.Columns;
import rote.files.parquet.ParquetRows;
import rote.files.parquet.Row;
import rote.trial.Curve;
import rote.trial.TrialRecord;

/**
 * The records of an output in Parquet files, one row per trial with its curve nested: the only truth about what was trained.
 *
 * <p>An object belongs to one run and one thread. Its files are {@code <run>-<sequence>.parquet}.
 */
public final class Segments {
  /** Segments of this many rows are not merged. */
  private static final int LARGE = 10_000;

  private static final int LISTINGS = 10;
  private static final String CURVE = "curve";
  private static final String PROBES = "probes";

  /** Apart, because an output without segments can do without Parquet, which takes longer to load than most commands. */
  private static final class Form {
    static final Columns<TrialRecord> ROWS = new Columns<>("segment", columns());
  }

  private final Folder folder;
  private final OutputOwner owner;
  private final UUID run = UUID.randomUUID();
  private final Supplier<TrainingRun> facts;
  private final Map<String, Integer> small = new LinkedHashMap<>(); // rows of this run's segments that may be merged
  private int sequence;
  private List<String> read = List.of();
  private SegmentContents recorded = SegmentContents.ofTables(List.of());

  public Segments(Output output, OutputOwner owner) {
    this(output, owner, () -> TrainingRun.SILENT);
  }

  /** @param facts what the run says about itself now */
  public Segments(Output output, OutputOwner owner, Supplier<TrainingRun> facts) {
    this.folder = output.folder();
    this.owner = owner;
    this.facts = facts;
  }

  static List<Column<TrialRecord>> columns() {
    List<Column<TrialRecord>> columns = new ArrayList<>(RecordColumns.NAMES);
    columns.add(RecordColumns.STATUS);
    columns.addAll(RecordColumns.RUN);
    columns.add(RecordColumns.config(OutputFormat.CURRENT));
    columns.add(Column.rows(CURVE, RecordColumns.EPOCH, record -> record.result().curve().rows()));
    columns.add(Column.rows(PROBES, ProbeColumns.ITEM, record -> record.result().probes()));
    return List.copyOf(columns);
  }

  /** Writes the records as one file, which gets its name when it is complete. */
  public void append(List<TrialRecord> records) throws IOException {
    if (!records.isEmpty()) {
      write(records.size(), file -> {
        for (TrialRecord record : records) {
          file.accept(Form.ROWS.row(record)); // one by one, because rows are ten times as large as records
        }
      });
    }
  }

  private void write(int count, ParquetRows.Rows rows) throws IOException {
    String name = String.format(Locale.ROOT, "%s/%s-%06d.parquet", Output.SEGMENTS, run, sequence++);
    ParquetRows.write(folder, name, Form.ROWS, footer(), rows);
    if (count < LARGE) {
      small.put(name, count);
    }
  }

  private Map<String, String> footer() {
    Map<String, String> footer = new LinkedHashMap<>(owner.metadata());
    footer.put(OutputFormat.IN_SEGMENT, String.valueOf(OutputFormat.CURRENT));
    footer.putAll(facts.get().footer());
    return footer;
  }

  /** Merges this run's small segments into one, then deletes them. */
  public void compact() throws IOException {
    List<String> merged = List.copyOf(small.keySet());
    if (merged.size() < 2) {
      return;
    }
    write(small.values().stream().mapToInt(rows -> rows).sum(), file -> {
      for (String name : merged) {
        ParquetRows.read(folder, name, file);
      }
    });
    for (String name : merged) {
      folder.delete(name);
      small.remove(name);
    }
  }

  public List<TrialRecord> readAll() throws IOException {
    read = names(folder);
    recorded = recorded(folder);
    return recorded.records();
  }

  /** Returns what this object read last. */
  public SegmentContents recorded() {
    return recorded;
  }

  /** Whether no run has added or merged segments since this object read them. */
  public boolean areAsRead() throws IOException {
    return names(folder).equals(read);
  }

  /** @see #recorded(Output) */
  public static List<TrialRecord> readAll(Output output) throws IOException {
    return recorded(output).records();
  }

  /**
   * Reads the records of all runs, one per trial.
   *
   * @throws IOException if a segment is damaged, or if two completed records of a trial differ in their bits
   */
  public static SegmentContents recorded(Output output) throws IOException {
    return recorded(output.folder());
  }

  /** A segment that disappears meanwhile was merged by its run, so a new listing has its rows. */
  private static SegmentContents recorded(Folder folder) throws IOException {
    for (int listing = 1; listing < LISTINGS; listing++) {
      Optional<SegmentContents> recorded = ifStillThere(() -> readListed(folder));
      if (recorded.isPresent()) {
        return recorded.get();
      }
    }
    return readListed(folder);
  }

  private static SegmentContents readListed(Folder folder) throws IOException {
    BestRecords best = new BestRecords();
    Map<String, TrainingRun> runs = new LinkedHashMap<>();
    for (String name : names(folder)) { // a run's last segment says how long it took
      List<TrialRecord> records = new ArrayList<>();
      runs.put(TrainingRun.id(name), TrainingRun.of(read(folder, name, records)));
      for (TrialRecord record : records) {
        best.add(record, folder.path(name));
      }
    }
    return new SegmentContents(best.records(), best.runs(), runs);
  }

  /**
   * Reads one segment's rows into a list and returns its footer.
   *
   * @throws rote.files.InputException if a newer program wrote it
   */
  public static Map<String, String> read(Folder folder, String name, List<TrialRecord> records) throws IOException {
    Map<String, String> footer = ParquetRows.read(folder, name, OutputFormat::isKnown,
        row -> records.add(record(folder.path(name), row)));
    OutputFormat.demandKnown(footer, folder.path(name));
    return footer;
  }

  /** Segments from before there were probes have no column for them. */
  private static TrialRecord record(String source, Row row) {
    return RecordColumns.record(source, row, new Curve(row.rows(CURVE).stream().map(RecordColumns::epoch).toList()),
        row.has(PROBES) ? row.rows(PROBES).stream().map(ProbeColumns::item).toList() : List.of());
  }

  /** Says how many trials are recorded, even where segments cannot be read. */
  public static String count(Output output) throws IOException {
    int segments = names(output.folder()).size();
    try {
      int trials = readAll(output).size();
      return trials + (trials == 1 ? " recorded trial" : " recorded trials");
    } catch (IOException e) {
      return segments + " segments, which cannot be read";
    }
  }

  /** Lists the segments by name. Hidden files were left by killed runs. */
  public static List<String> names(Folder folder) throws IOException {
    return folder.list(Output.SEGMENTS).stream()
        .filter(name -> name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_"))
        .map(name -> Output.SEGMENTS + "/" + name)
        .toList();
  }

  /** Returns what is read, or nothing if another run has deleted the file. */
  public static <T> Optional<T> ifStillThere(Reading<T> reading) throws IOException {
    try {
      return Optional.of(reading.read());
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @FunctionalInterface
  public interface Reading<T> {
    public T read() throws IOException;
  }
}
