package rote.files.parquet;

import java.util.List;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** One column: its name, its type, and how its value is taken from a row of type R. */
public final class Column<R> {
  static final String LIST = "list";
  static final String ELEMENT = "element";

  private final Type type;
  private final Values<R, ?> values;

  private Column(Type type, Values<R, ?> values) {
    this.type = type;
    this.values = values;
  }

  @FunctionalInterface
  private interface Adder<V> {
    void add(Group row, String column, V value);
  }

  private record Values<R, V>(Function<? super R, ? extends V> of, Adder<V> adder) {
    void fill(Group row, Type type, R from) {
      V value = of.apply(from);
      if (value != null) {
        adder.add(row, type.getName(), value);
      } else if (type.isRepetition(Repetition.REQUIRED)) { // Parquet would write a file that nothing can read
        throw new IllegalArgumentException("column " + type.getName() + " must have a value");
      }
    }

    <S> Values<S, V> of(Function<S, R> part) {
      return new Values<>(row -> of.apply(part.apply(row)), adder);
    }
  }

  public static <R> Column<R> integer(String name, Function<R, Integer> value) {
    return primitive(name, PrimitiveTypeName.INT32, value, Group::add);
  }

  public static <R> Column<R> whole(String name, Function<R, Long> value) {
    return primitive(name, PrimitiveTypeName.INT64, value, Group::add);
  }

  public static <R> Column<R> real(String name, Function<R, Double> value) {
    return primitive(name, PrimitiveTypeName.DOUBLE, value, Group::add);
  }

  public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return primitive(name, PrimitiveTypeName.BOOLEAN, value, Group::add);
  }

  public static <R> Column<R> text(String name, Function<R, String> value) {
    Type type = Types.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    return new Column<>(type, new Values<R, String>(value, Group::add));
  }

  public static <R> Column<R> bytes(String name, Function<R, byte[]> value) {
    return primitive(name, PrimitiveTypeName.BINARY, value,
        (row, column, bytes) -> row.add(column, Binary.fromConstantByteArray(bytes)));
  }

  private static <R, V> Column<R> primitive(String name, PrimitiveTypeName type, Function<R, V> value, Adder<V> adder) {
    return new Column<>(Types.required(type).named(name), new Values<>(value, adder));
  }

  public static <R> Column<R> integers(String name, Function<R, ? extends List<?>> value) {
    Type type = Types.requiredList().requiredElement(PrimitiveTypeName.INT32).named(name);
    return new Column<>(type, new Values<R, List<?>>(value, (row, column, list) -> {
      Group elements = row.addGroup(column);
      list.forEach(element -> elements.addGroup(LIST).add(ELEMENT, (int) element));
    }));
  }

  public static <R> Column<R> floats(String name, Function<R, float[]> value) {
    Type type = Types.requiredList().requiredElement(PrimitiveTypeName.FLOAT).named(name);
    return new Column<>(type, new Values<R, float[]>(value, (row, column, floats) -> {
      Group elements = row.addGroup(column);
      for (float number : floats) {
        elements.addGroup(LIST).add(ELEMENT, number);
      }
    }));
  }

  public static <R, E> Column<R> rows(String name, List<Column<E>> columns, Function<R, List<E>> value) {
    Type type = Types.requiredList().element(new GroupType(Repetition.REQUIRED, ELEMENT, types(columns))).named(name);
    return new Column<>(type, new Values<R, List<E>>(value, (row, column, list) -> {
      Group elements = row.addGroup(column);
      list.forEach(element -> fill(elements.addGroup(LIST).addGroup(ELEMENT), columns, element));
    }));
  }

  /** Returns the same column with null allowed. */
  public Column<R> orNull() {
    return new Column<>(type(Repetition.OPTIONAL, name()), values);
  }

  /** Returns the same column under another name. */
  public Column<R> named(String name) {
    return new Column<>(type(type.getRepetition(), name), values);
  }

  /** Returns the same column for rows that contain an R. */
  public <S> Column<S> of(Function<S, R> part) {
    return new Column<>(type, values.of(part));
  }

  private Type type(Repetition repetition, String name) {
    return type.isPrimitive()
        ? Types.primitive(type.asPrimitiveType().getPrimitiveTypeName(), repetition)
            .as(type.getLogicalTypeAnnotation()).named(name)
        : Types.buildGroup(repetition).as(type.getLogicalTypeAnnotation())
            .addFields(type.asGroupType().getFields().toArray(Type[]::new)).named(name);
  }

  public String name() {
    return type.getName();
  }

  public Object value(R row) {
    return values.of.apply(row);
  }

  public boolean isIntegers() {
    return type.equals(integers(name(), row -> null).type) || type.equals(integers(name(), row -> null).orNull().type);
  }

  static <R> List<Type> types(List<Column<R>> columns) {
    return columns.stream().map(column -> column.type).toList();
  }

  static <R> void fill(Group group, List<Column<R>> columns, R row) {
    columns.forEach(column -> column.values.fill(group, column.type, row));
  }
}
