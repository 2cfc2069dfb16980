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
 * The records of an output in Parquet files, a row a trial with its curve nested: the only truth about what was
 * trained.
 *
 * <p>An object stands for one run and writes from one thread. Its files are {@code <run>-<sequence>.parquet}.
 */
public final class Segments {
  /** From this many rows on a segment is large enough to be left alone. */
  private static final int LARGE = 10_000;

  private static final int LISTINGS = 10;
  private static final String CURVE = "curve";
  private static final String PROBES = "probes";

  static final List<Column<TrialRecord>> COLUMNS = columns();

  private static final Columns<TrialRecord> ROWS = new Columns<>("segment", COLUMNS);

  private final Folder folder;
  private final Owner owner;
  private final UUID run = UUID.randomUUID();
  private final Supplier<TrainingRun> facts;
  private final Map<String, Integer> small = new LinkedHashMap<>(); // this run's segments that may be merged: rows
  private int sequence;
  private List<String> read = List.of();
  private Recorded recorded = Recorded.ofTables(List.of());

  /** Segments of a new run on an output that {@link Output#check} has found to be the owner's. */
  public Segments(Output output, Owner owner) {
    this(output, owner, () -> TrainingRun.SILENT);
  }

  /** @param facts what every segment says about the run: by which program, on what and since when its trials were trained */
  public Segments(Output output, Owner owner, Supplier<TrainingRun> facts) {
    this.folder = output.folder();
    this.owner = owner;
    this.facts = facts;
  }

  private static List<Column<TrialRecord>> columns() {
    List<Column<TrialRecord>> columns = new ArrayList<>(RecordColumns.NAMES);
    columns.add(RecordColumns.STATUS);
    columns.addAll(RecordColumns.RUN);
    columns.add(Column.rows(CURVE, RecordColumns.EPOCH, record -> record.result().curve().rows()));
    columns.add(Column.rows(PROBES, ProbeColumns.ITEM, record -> record.result().probes()));
    return List.copyOf(columns);
  }

  /** Writes the records as one file, which has its name only when it is complete; no records, no file. */
  public void append(List<TrialRecord> records) throws IOException {
    if (!records.isEmpty()) {
      write(records.size(), file -> {
        for (TrialRecord record : records) {
          file.accept(ROWS.row(record)); // made one by one: rows in Parquet's form are ten times as large as records
        }
      });
    }
  }

  private void write(int count, ParquetRows.Rows rows) throws IOException {
    String name = String.format(Locale.ROOT, "%s/%s-%06d.parquet", Output.SEGMENTS, run, sequence++);
    ParquetRows.write(folder, name, ROWS, footer(), rows);
    if (count < LARGE) {
      small.put(name, count);
    }
  }

  private Map<String, String> footer() {
    Map<String, String> footer = new LinkedHashMap<>(owner.metadata());
    footer.put(Format.IN_SEGMENT, String.valueOf(Format.CURRENT));
    footer.putAll(facts.get().footer());
    return footer;
  }

  /** Merges this run's small segments into one, which is complete before they are deleted. */
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

  /** @see #readAll(Output) */
  public List<TrialRecord> readAll() throws IOException {
    read = names(folder);
    recorded = recorded(folder);
    return recorded.records();
  }

  /** What this object read last. */
  public Recorded recorded() {
    return recorded;
  }

  /** Whether the segments are those that this object read last: no run has added or merged any since. */
  public boolean areAsRead() throws IOException {
    return names(folder).equals(read);
  }

  /**
   * The records of all runs, one a trial: completed before diverged before failed, then by the segment's name.
   *
   * @throws IOException if a segment is damaged, or if two completed records of a trial differ in their bits
   */
  public static List<TrialRecord> readAll(Output output) throws IOException {
    return recorded(output).records();
  }

  /** The records of all runs, as {@link #readAll(Output)} gives them, and the runs themselves. */
  public static Recorded recorded(Output output) throws IOException {
    return recorded(output.folder());
  }

  /** A segment that goes while we read was merged by its run, so a new listing shows its rows elsewhere. */
  private static Recorded recorded(Folder folder) throws IOException {
    for (int listing = 1; listing < LISTINGS; listing++) {
      Optional<Recorded> recorded = ifStillThere(() -> readListed(folder));
      if (recorded.isPresent()) {
        return recorded.get();
      }
    }
    return readListed(folder);
  }

  private static Recorded readListed(Folder folder) throws IOException {
    BestRecords best = new BestRecords();
    Map<String, TrainingRun> runs = new LinkedHashMap<>();
    for (String name : names(folder)) { // of a run the last segment knows best how long it took
      List<TrialRecord> records = new ArrayList<>();
      runs.put(TrainingRun.id(name), TrainingRun.of(read(folder, name, records)));
      for (TrialRecord record : records) {
        best.add(record, folder.path(name));
      }
    }
    return new Recorded(best.records(), best.runs(), runs);
  }

  /**
   * Adds the records of one segment, in the order of its rows, and returns what its footer says.
   *
   * @throws rote.files.InputException if a newer program wrote it
   */
  public static Map<String, String> read(Folder folder, String name, List<TrialRecord> records) throws IOException {
    Map<String, String> footer = ParquetRows.read(folder, name, Format::isKnown,
        row -> records.add(record(folder.path(name), row)));
    Format.demandKnown(footer, folder.path(name));
    return footer;
  }

  /** Segments that were written before there were probes have no column for them. */
  private static TrialRecord record(String source, Row row) {
    return RecordColumns.record(source, row, new Curve(row.rows(CURVE).stream().map(RecordColumns::epoch).toList()),
        row.has(PROBES) ? row.rows(PROBES).stream().map(ProbeColumns::item).toList() : List.of());
  }

  /** The names of the segments that are there, sorted. */
  public static List<String> listed(Output output) throws IOException {
    return names(output.folder());
  }

  /** How many trials are recorded, in words, whatever state the segments are in. */
  public static String count(Output output) throws IOException {
    int segments = names(output.folder()).size();
    try {
      int trials = readAll(output).size();
      return trials + (trials == 1 ? " recorded trial" : " recorded trials");
    } catch (IOException e) {
      return segments + " segments, which cannot be read";
    }
  }

  /** The segments, sorted by name; what is hidden was left unfinished by a run that was killed. */
  public static List<String> names(Folder folder) throws IOException {
    return folder.list(Output.SEGMENTS).stream()
        .filter(name -> name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_"))
        .map(name -> Output.SEGMENTS + "/" + name)
        .toList();
  }

  /** What is read from a file, or nothing if another run has deleted it since it was listed. */
  public static <T> Optional<T> ifStillThere(Reading<T> reading) throws IOException {
    try {
      return Optional.of(reading.read());
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Reading of a file that another run may delete. */
  @FunctionalInterface
  public interface Reading<T> {
    public T read() throws IOException;
  }
}
