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
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import rote.experiment.Curve;
import rote.experiment.EpochRow;

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
  private static final MessageType SCHEMA = schema();

  private final Folder folder;
  private final Owner owner;
  private final UUID run = UUID.randomUUID();
  private final Supplier<Map<String, Object>> facts;
  private final Map<String, Integer> small = new LinkedHashMap<>(); // this run's segments that may be merged: rows
  private int sequence;
  private List<String> read = List.of();
  private Recorded recorded = Recorded.ofTables(List.of());

  /** Segments of a new run on an output that {@link Output#check} has found to be the owner's. */
  public Segments(Output output, Owner owner) {
    this(output, owner, Map::of);
  }

  /** @param facts what every segment says about the run: by which program, on what and since when its trials were trained */
  public Segments(Output output, Owner owner, Supplier<Map<String, Object>> facts) {
    this.folder = output.folder();
    this.owner = owner;
    this.facts = facts;
  }

  private static MessageType schema() {
    List<Type> types = new ArrayList<>(Column.types(RecordColumns.NAMES));
    types.add(RecordColumns.STATUS.type());
    types.addAll(Column.types(RecordColumns.RUN));
    GroupType epoch = new GroupType(Repetition.REQUIRED, "element", Column.types(RecordColumns.EPOCH));
    types.add(Types.requiredList().element(epoch).named("curve"));
    types.add(ProbeColumns.list());
    return new MessageType("segment", types);
  }

  /** Writes the records as one file, which has its name only when it is complete; no records, no file. */
  public void append(List<TrialRecord> records) throws IOException {
    if (!records.isEmpty()) {
      write(records.size(), writer -> {
        for (TrialRecord record : records) {
          writer.write(row(record)); // made one by one: rows in Parquet's form are ten times as large as records
        }
      });
    }
  }

  private void write(int count, ParquetRows.Rows rows) throws IOException {
    String name = String.format(Locale.ROOT, "%s/%s-%06d.parquet", Output.SEGMENTS, run, sequence++);
    ParquetRows.write(folder, name, SCHEMA, footer(), rows);
    if (count < LARGE) {
      small.put(name, count);
    }
  }

  private Map<String, String> footer() {
    Map<String, String> footer = new LinkedHashMap<>(owner.metadata());
    footer.put(Format.IN_SEGMENT, String.valueOf(Format.CURRENT));
    footer.putAll(RunMetadata.of(facts.get()));
    return footer;
  }

  private static Group row(TrialRecord record) {
    Group row = new SimpleGroup(SCHEMA);
    Column.fill(row, RecordColumns.NAMES, record);
    Column.fill(row, List.of(RecordColumns.STATUS), record);
    Column.fill(row, RecordColumns.RUN, record);
    Group curve = row.addGroup("curve");
    record.result().curve().rows().forEach(epoch ->
        Column.fill(curve.addGroup("list").addGroup("element"), RecordColumns.EPOCH, epoch));
    ProbeColumns.fill(row, record.result().probes());
    return row;
  }

  /** Merges this run's small segments into one, which is complete before they are deleted. */
  public void compact() throws IOException {
    List<String> merged = List.copyOf(small.keySet());
    if (merged.size() < 2) {
      return;
    }
    write(small.values().stream().mapToInt(rows -> rows).sum(), writer -> {
      for (String name : merged) {
        ParquetRows.read(folder, name, writer::write);
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
    Map<String, Map<String, Object>> runs = new LinkedHashMap<>();
    for (String name : names(folder)) { // of a run the last segment knows best how long it took
      List<TrialRecord> records = new ArrayList<>();
      runs.put(RunMetadata.run(name), RunMetadata.facts(read(folder, name, records)));
      for (TrialRecord record : records) {
        best.add(record, folder.path(name));
      }
    }
    return new Recorded(best.records(), best.runs(), runs);
  }

  /**
   * Adds the records of one segment, in the order of its rows, and returns what its footer says.
   *
   * @throws rote.data.InputException if a newer program wrote it
   */
  static Map<String, String> read(Folder folder, String name, List<TrialRecord> records) throws IOException {
    Map<String, String> footer = ParquetRows.read(folder, name, Format::isKnown,
        row -> records.add(RecordColumns.record(folder.path(name), row, curve(row), ProbeColumns.items(row))));
    Format.demandKnown(footer, folder.path(name));
    return footer;
  }

  private static Curve curve(Group row) {
    Group list = row.getGroup("curve", 0);
    List<EpochRow> rows = new ArrayList<>();
    for (int e = 0; e < list.getFieldRepetitionCount("list"); e++) {
      rows.add(RecordColumns.epoch(list.getGroup("list", e).getGroup("element", 0)));
    }
    return new Curve(rows);
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
  static List<String> names(Folder folder) throws IOException {
    return folder.list(Output.SEGMENTS).stream()
        .filter(name -> name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_"))
        .map(name -> Output.SEGMENTS + "/" + name)
        .toList();
  }

  /** What is read from a file, or nothing if another run has deleted it since it was listed. */
  static <T> Optional<T> ifStillThere(Reading<T> reading) throws IOException {
    try {
      return Optional.of(reading.read());
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Reading of a file that another run may delete. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }
}
