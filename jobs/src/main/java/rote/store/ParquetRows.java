package rote.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;

/** Sealed Parquet files as sequences of rows, written to and read from a {@link Folder}. */
final class ParquetRows {
  /** The JDK's own: the denser and faster codecs need a native library that not every machine can load. */
  private static final CompressionCodecName CODEC = CompressionCodecName.GZIP;

  /** Nothing of it is asked for, since we open the streams; a full one takes longer to read than a segment to write. */
  private static final Configuration NONE = new Configuration(false);

  private ParquetRows() {}

  /** Puts rows into the file that is being written. */
  @FunctionalInterface
  interface Rows {
    void writeTo(ParquetWriter<Group> writer) throws IOException;
  }

  /** @param metadata key and value pairs for the footer */
  static void write(Folder folder, String name, MessageType schema, Map<String, String> metadata, Rows rows)
      throws IOException {
    folder.write(name, out -> {
      Seal.Output sealed = new Seal.Output(out);
      ParquetWriter<Group> writer = ExampleParquetWriter.builder(new Sink(sealed)).withConf(NONE)
          .withType(schema).withExtraMetaData(metadata).withCompressionCodec(CODEC).build();
      rows.writeTo(writer);
      writer.close(); // only now: after a failure it would go on writing
      sealed.seal();
    });
  }

  /** Takes the next row of a file. */
  @FunctionalInterface
  interface Row {
    void accept(Group row) throws IOException;
  }

  static void read(Folder folder, String name, Row row) throws IOException {
    reading(folder, name, file -> {
      rows(file, row);
      return null;
    });
  }

  /** Reads the footer's key and value pairs, and the rows where those are as demanded; returns the pairs. */
  static Map<String, String> read(Folder folder, String name, Predicate<Map<String, String>> demanded, Row row)
      throws IOException {
    return reading(folder, name, file -> {
      Map<String, String> footer = footer(file);
      if (demanded.test(footer)) {
        rows(file, row);
      }
      return footer;
    });
  }

  /** The footer's key and value pairs. */
  static Map<String, String> metadata(Folder folder, String name) throws IOException {
    return reading(folder, name, ParquetRows::footer);
  }

  private static Map<String, String> footer(InputFile file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      return reader.getFooter().getFileMetaData().getKeyValueMetaData();
    }
  }

  private static void rows(InputFile file, Row row) throws IOException {
    try (ParquetReader<Group> reader = new GroupReader(file).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        row.accept(group);
      }
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(InputFile file) throws IOException;
  }

  /** Parquet complains by all kinds of exceptions, seldom with a path; it never sees a damaged file. */
  private static <T> T reading(Folder folder, String name, Reading<T> reading) throws IOException {
    try {
      InputFile file = folder.parquet(name);
      Seal.check(file);
      return reading.of(file);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Folder.failed("read", folder.path(name), e);
    }
  }

  /** A reader of any {@link InputFile}. */
  private static final class GroupReader extends ParquetReader.Builder<Group> {
    GroupReader(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  /** A stream as Parquet wants its files to be. */
  private record Sink(OutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  /** A stream that knows its length; whoever opened the stream closes it, once all has gone well. */
  private static final class Counted extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
