package rote.files.parquet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import rote.files.Folder;
import rote.files.SeekableInput;

/** Writes and reads sealed Parquet files in a {@link Folder}, row by row. */
public final class ParquetRows {
  /** The JDK's own codec: better ones need a native library that not every machine can load. */
  private static final CompressionCodecName CODEC = CompressionCodecName.GZIP;

  /** Unused, since we open the streams; loading a full one takes longer than reading a segment. */
  private static final Configuration NONE = new Configuration(false);

  private ParquetRows() {}

  @FunctionalInterface
  public interface Sink {
    void accept(Row row) throws IOException;
  }

  @FunctionalInterface
  public interface Rows {
    void writeTo(Sink file) throws IOException;
  }

  /** Creates or replaces a file without metadata. Rows are large, so they are made one by one. */
  public static <R> void write(Folder folder, String name, Columns<R> columns, Stream<R> rows) throws IOException {
    write(folder, name, columns, Map.of(), file -> {
      for (Iterator<R> each = rows.iterator(); each.hasNext();) {
        file.accept(columns.row(each.next()));
      }
    });
  }

  /** @param metadata key and value pairs for the footer */
  public static void write(Folder folder, String name, Columns<?> columns, Map<String, String> metadata, Rows rows)
      throws IOException {
    folder.write(name, out -> {
      Seal.Output sealed = new Seal.Output(out);
      ParquetWriter<Group> writer = ExampleParquetWriter.builder(new ParquetOutput(sealed)).withConf(NONE)
          .withType(columns.schema()).withExtraMetaData(metadata).withCompressionCodec(CODEC).build();
      rows.writeTo(row -> writer.write(row.group()));
      writer.close(); // not after a failure, for it would write more
      sealed.seal();
    });
  }

  public static void read(Folder folder, String name, Sink rows) throws IOException {
    reading(folder, name, file -> {
      readRows(file, rows);
      return null;
    });
  }

  /** Returns the footer's key and value pairs, and reads the rows if those are as demanded. */
  public static Map<String, String> read(Folder folder, String name, Predicate<Map<String, String>> demanded, Sink rows)
      throws IOException {
    return reading(folder, name, file -> {
      Map<String, String> footer = footer(file);
      if (demanded.test(footer)) {
        readRows(file, rows);
      }
      return footer;
    });
  }

  /** Returns the footer's key and value pairs. */
  public static Map<String, String> metadata(Folder folder, String name) throws IOException {
    return reading(folder, name, ParquetRows::footer);
  }

  private static Map<String, String> footer(InputFile file) throws IOException {
    try (ParquetFileReader reader = open(file)) {
      return reader.getFooter().getFileMetaData().getKeyValueMetaData();
    }
  }

  private static ParquetFileReader open(InputFile file) throws IOException {
    return ParquetFileReader.open(file, HadoopReadOptions.builder(NONE).build());
  }

  private static void readRows(InputFile in, Sink rows) throws IOException {
    try (ParquetFileReader reader = open(in)) {
      FileMetaData file = reader.getFileMetaData();
      MessageType schema = file.getSchema();
      MessageColumnIO columns = new ColumnIOFactory(file.getCreatedBy()).getColumnIO(schema);
      for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
        RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
          rows.accept(new Row(records.read()));
        }
      }
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(InputFile file) throws IOException;
  }

  /** Checks the seal before Parquet reads, and names the path in every failure, which Parquet's exceptions seldom do. */
  private static <T> T reading(Folder folder, String name, Reading<T> reading) throws IOException {
    try (SeekableInput in = folder.open(name)) {
      Seal.check(in);
      return reading.of(new ParquetInput(in));
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Folder.failed("read", folder.path(name), e);
    }
  }
}
