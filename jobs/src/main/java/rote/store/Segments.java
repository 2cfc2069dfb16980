package rote.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  private final Map<String, Integer> small = new LinkedHashMap<>(); // this run's segments that may be merged: rows
  private int sequence;
  private List<String> read = List.of();

  /** Segments of a new run on an output that {@link Output#check} has found to be the owner's. */
  public Segments(Output output, Owner owner) {
    this.folder = output.folder();
    this.owner = owner;
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
    String name = "%s/%s-%06d.parquet".formatted(Output.SEGMENTS, run, sequence++);
    ParquetRows.write(folder, name, SCHEMA, owner.metadata(), rows);
    if (count < LARGE) {
      small.put(name, count);
    }
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
    return readAll(folder);
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
    return readAll(output.folder());
  }

  /** A segment that goes while we read was merged by its run, so a new listing shows its rows elsewhere. */
  private static List<TrialRecord> readAll(Folder folder) throws IOException {
    for (int listing = 1; listing < LISTINGS; listing++) {
      Optional<List<TrialRecord>> records = ifStillThere(() -> readListed(folder));
      if (records.isPresent()) {
        return records.get();
      }
    }
    return readListed(folder);
  }

  private static List<TrialRecord> readListed(Folder folder) throws IOException {
    BestRecords best = new BestRecords();
    for (String name : names(folder)) {
      for (TrialRecord record : read(folder, name)) {
        best.add(record, folder.path(name));
      }
    }
    return best.records();
  }

  /** The records of one segment, in the order of its rows. */
  static List<TrialRecord> read(Folder folder, String name) throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    ParquetRows.read(folder, name,
        row -> records.add(RecordColumns.record(folder.path(name), row, curve(row), ProbeColumns.items(row))));
    return records;
  }

  private static Curve curve(Group row) {
    Group list = row.getGroup("curve", 0);
    List<EpochRow> rows = new ArrayList<>();
    for (int e = 0; e < list.getFieldRepetitionCount("list"); e++) {
      rows.add(RecordColumns.epoch(list.getGroup("list", e).getGroup("element", 0)));
    }
    return new Curve(rows);
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
