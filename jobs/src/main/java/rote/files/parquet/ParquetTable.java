package rote.files.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import rote.files.InputException;
import rote.files.NamedFile;
import rote.files.SeekableInput;

/**
 * Reads tables that others wrote to Parquet, row by row: numbers, texts, lists of numbers, and images as files within them. In memory is one
 * row group of the columns that are wanted.
 */
public final class ParquetTable {
  /** What a column holds; IMAGE is bytes, alone or in a group with a path, and OTHER is nothing that can be a feature or a label. */
  public enum Kind { NUMBER, TEXT, LIST, IMAGE, OTHER }

  private static final int SHARE = 4; // of the heap, for a row group: what is made of it needs the rest
  private static final String BYTES = "bytes"; // the field of an image beside its path

  /** @param type as Parquet writes it */
  public record Field(String name, Kind kind, String type) {}

  /** Takes what is read. */
  public interface Reader {
    /** Comes before the rows. Returns which of these columns are wanted; no others are read. */
    boolean[] fields(List<Field> fields);

    void row(ParquetTable.Values values);
  }

  private ParquetTable() {}

  /** @throws InputException if it is no Parquet file, damaged, or uses what this library does not read */
  public static void read(NamedFile file, Reader reader) {
    read(file, reader, Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** @param most how many bytes the wanted columns of a row group may take */
  static void read(NamedFile file, Reader reader, long most) {
    try (SeekableInput in = file.seek();
        ParquetFileReader parquet = ParquetFileReader.open(
            new ParquetInput(in), HadoopReadOptions.builder(new Configuration(false)).build())) {
      List<Type> all = parquet.getFileMetaData().getSchema().getFields();
      boolean[] isWanted = reader.fields(all.stream().map(field -> new Field(field.getName(), kind(field), type(field))).toList());
      MessageType schema = new MessageType(parquet.getFileMetaData().getSchema().getName(),
          IntStream.range(0, all.size()).filter(column -> isWanted[column]).mapToObj(all::get).toList());
      demandRoom(parquet.getRowGroups(), schema, most, file);
      int[] places = places(isWanted);
      parquet.setRequestedSchema(schema);
      for (PageReadStore pages = parquet.readNextRowGroup(); pages != null; pages = parquet.readNextRowGroup()) {
        RecordReader<Group> records = new ColumnIOFactory(parquet.getFileMetaData().getCreatedBy()).getColumnIO(schema)
            .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
          reader.row(new Values(records.read(), places));
        }
      }
    } catch (InputException e) {
      throw e;
    } catch (OutOfMemoryError e) { // a page says its own size, and its bytes may be packed to nearly nothing
      throw new InputException(file + ": has pages or texts for which this program has no memory; write it in smaller pages, or give it a larger heap", e);
    } catch (IOException | RuntimeException | NoClassDefFoundError | UnsatisfiedLinkError e) {
      throw new InputException(file + ": cannot be read as Parquet: " + reason(e), e);
    }
  }

  private static void demandRoom(List<BlockMetaData> rowGroups, MessageType schema, long most, NamedFile file) {
    for (int group = 0; group < rowGroups.size(); group++) {
      double bytes = rowGroups.get(group).getColumns().stream().filter(column -> schema.containsField(column.getPath().toArray()[0]))
          .mapToDouble(column -> Math.max(column.getTotalSize(), column.getTotalUncompressedSize())).sum();
      if (bytes > most) {
        throw new InputException(file + ": row group " + (group + 1) + " of " + rowGroups.size() + " has "
            + String.format(Locale.ROOT, "%,.0f bytes in the columns that are read, and this program has memory for %,d", bytes, most)
            + "; write smaller row groups, leave columns out by ignore, or give it a larger heap");
      }
    }
  }

  /** Returns where each wanted column is among those that are read; -1 for others. */
  private static int[] places(boolean[] isWanted) {
    int[] places = new int[isWanted.length];
    Arrays.fill(places, -1);
    int place = 0;
    for (int column = 0; column < isWanted.length; column++) {
      if (isWanted[column]) {
        places[column] = place++;
      }
    }
    return places;
  }

  private static String reason(Throwable e) {
    String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
    return said.contains("is not a Parquet file") ? "it does not end as such a file does" : said;
  }

  private static String type(Type field) {
    return String.valueOf(field.getLogicalTypeAnnotation() != null ? field.getLogicalTypeAnnotation()
        : field.isPrimitive() ? field.asPrimitiveType().getPrimitiveTypeName() : "group");
  }

  private static Kind kind(Type field) {
    if (field.isRepetition(Type.Repetition.REPEATED)) {
      return Kind.OTHER;
    }
    if (field.isPrimitive()) {
      return primitive(field);
    }
    return field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        ? primitive(element(field)) == Kind.NUMBER ? Kind.LIST : Kind.OTHER
        : field.asGroupType().containsField(BYTES) ? bytes(field.asGroupType().getType(BYTES)) : Kind.OTHER;
  }

  private static Kind bytes(Type field) {
    boolean isOne = !field.isRepetition(Type.Repetition.REPEATED);
    return isOne && primitive(field) == Kind.IMAGE ? Kind.IMAGE : Kind.OTHER;
  }

  /** The type of a list's elements, which may be within a group of their own. */
  private static Type element(Type list) {
    Type repeated = list.asGroupType().getType(0);
    return repeated.isPrimitive() || repeated.asGroupType().getFieldCount() != 1 ? repeated : repeated.asGroupType().getType(0);
  }

  private static Kind primitive(Type field) {
    if (!field.isPrimitive()) {
      return Kind.OTHER;
    }
    LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation) {
      return Kind.NUMBER;
    }
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN, FLOAT, DOUBLE -> Kind.NUMBER;
      case INT32, INT64 -> meaning == null || meaning instanceof IntLogicalTypeAnnotation ? Kind.NUMBER : Kind.OTHER;
      case BINARY -> meaning instanceof StringLogicalTypeAnnotation || meaning instanceof EnumLogicalTypeAnnotation
          ? Kind.TEXT : meaning == null ? Kind.IMAGE : Kind.OTHER;
      case INT96, FIXED_LEN_BYTE_ARRAY -> Kind.OTHER;
    };
  }

  /** The values of one row, by the number of their column in the file from 0; only those of wanted columns. */
  public static final class Values {
    private final Group row;
    private final int[] places;

    Values(Group row, int[] places) {
      this.row = row;
      this.places = places;
    }

    public boolean isNull(int column) {
      return row.getFieldRepetitionCount(places[column]) == 0;
    }

    /** Returns a number; 0 or 1 for a boolean. */
    public double number(int column) {
      return number(row, places[column], 0);
    }

    /** Returns an integer or decimal with all its digits, which a double may not hold; empty for other numbers. */
    public Optional<String> exact(int column) {
      return exact(row, places[column], 0).map(digits -> digits.stripTrailingZeros().toPlainString());
    }

    public String text(int column) {
      return row.getBinary(places[column], 0).toStringUsingUTF8();
    }

    /** Returns an image's file; empty if it is not in the table. */
    public Optional<byte[]> image(int column) {
      int place = places[column];
      boolean isAlone = row.getType().getType(place).isPrimitive();
      Group image = isAlone ? row : row.getGroup(place, 0);
      int bytes = isAlone ? place : image.getType().getFieldIndex(BYTES);
      return image.getFieldRepetitionCount(bytes) == 0 ? Optional.empty() : Optional.of(image.getBinary(bytes, 0).getBytes());
    }

    /** Returns a list's numbers, NaN in the place of nulls. */
    public double[] list(int column) {
      Group list = row.getGroup(places[column], 0);
      double[] numbers = new double[list.getFieldRepetitionCount(0)];
      boolean isFlat = list.getType().getType(0).isPrimitive();
      for (int i = 0; i < numbers.length; i++) {
        Group element = isFlat ? null : list.getGroup(0, i);
        numbers[i] = isFlat ? number(list, 0, i) : element.getFieldRepetitionCount(0) == 0 ? Double.NaN : number(element, 0, 0);
      }
      return numbers;
    }

    private static double number(Group group, int column, int index) {
      Type type = group.getType().getType(column);
      PrimitiveTypeName name = type.asPrimitiveType().getPrimitiveTypeName();
      boolean isDecimal = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
      return isDecimal ? exact(group, column, index).orElseThrow().doubleValue() : switch (name) {
        case BOOLEAN -> group.getBoolean(column, index) ? 1 : 0;
        case INT32 -> isUnsigned(type) ? Integer.toUnsignedLong(group.getInteger(column, index)) : group.getInteger(column, index);
        case INT64 -> isUnsigned(type) ? exact(group, column, index).orElseThrow().doubleValue() : group.getLong(column, index);
        case FLOAT -> group.getFloat(column, index);
        default -> group.getDouble(column, index);
      };
    }

    private static boolean isUnsigned(Type type) {
      return type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    }

    private static Optional<BigDecimal> exact(Group group, int column, int index) {
      Type type = group.getType().getType(column);
      int scale = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal ? decimal.getScale() : 0;
      return Optional.ofNullable(switch (type.asPrimitiveType().getPrimitiveTypeName()) {
        case INT32 -> isUnsigned(type) ? new BigInteger(Integer.toUnsignedString(group.getInteger(column, index)))
            : BigInteger.valueOf(group.getInteger(column, index));
        case INT64 -> isUnsigned(type) ? new BigInteger(Long.toUnsignedString(group.getLong(column, index)))
            : BigInteger.valueOf(group.getLong(column, index));
        case BINARY, FIXED_LEN_BYTE_ARRAY -> new BigInteger(group.getBinary(column, index).getBytes());
        case BOOLEAN, FLOAT, DOUBLE, INT96 -> null;
      }).map(digits -> new BigDecimal(digits, scale));
    }
  }
}
