package rote.files.parquet;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** One row of a file, or one element of a list of rows. */
public final class Row {
  private final Group group;

  Row(Group group) {
    this.group = group;
  }

  Group group() {
    return group;
  }

  public List<String> columns() {
    return group.getType().getFields().stream().map(Type::getName).toList();
  }

  public boolean has(String column) {
    return group.getType().containsField(column);
  }

  public boolean isNull(String column) {
    return group.getFieldRepetitionCount(column) == 0;
  }

  public String text(String column) {
    return group.getString(column, 0);
  }

  public int integer(String column) {
    return group.getInteger(column, 0);
  }

  public double real(String column) {
    return group.getDouble(column, 0);
  }

  public byte[] bytes(String column) {
    return group.getBinary(column, 0).getBytes();
  }

  public List<Integer> integers(String column) {
    return elements(column, element -> element.getInteger(Column.ELEMENT, 0));
  }

  public float[] floats(String column) {
    Group list = group.getGroup(column, 0);
    float[] floats = new float[list.getFieldRepetitionCount(Column.LIST)];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = list.getGroup(Column.LIST, i).getFloat(Column.ELEMENT, 0);
    }
    return floats;
  }

  public List<Row> rows(String column) {
    return elements(column, element -> new Row(element.getGroup(Column.ELEMENT, 0)));
  }

  private <T> List<T> elements(String column, Function<Group, T> value) {
    Group list = group.getGroup(column, 0);
    return IntStream.range(0, list.getFieldRepetitionCount(Column.LIST))
        .mapToObj(i -> value.apply(list.getGroup(Column.LIST, i))).toList();
  }

  /** Returns a value as text. Doubles with the same text have the same bits, except for the payload of NaN. */
  public String shown(String column) {
    if (isNull(column)) {
      return "null";
    }
    Type type = group.getType().getType(column);
    if (type.isPrimitive() && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        && type.getLogicalTypeAnnotation() == null) {
      return HexFormat.of().formatHex(bytes(column));
    }
    return type.isPrimitive()
        ? group.getValueToString(group.getType().getFieldIndex(column), 0)
        : group.getGroup(column, 0).toString().replaceAll("\\s+", " ").strip();
  }
}
