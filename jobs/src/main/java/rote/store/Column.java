package rote.store;

import java.util.List;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * One column of a Parquet file: its type, and where its values come from.
 *
 * @param type required, or optional where the value may be null
 * @param value gives an Integer, Long, Double, Boolean, String, a list of Integers, or an array of floats or bytes
 * @param <R> what a row is made of
 */
record Column<R>(Type type, Function<R, Object> value) {

  static <R> Column<R> integer(String name, Function<R, Object> value) {
    return primitive(name, PrimitiveTypeName.INT32, value);
  }

  static <R> Column<R> whole(String name, Function<R, Object> value) {
    return primitive(name, PrimitiveTypeName.INT64, value);
  }

  static <R> Column<R> real(String name, Function<R, Object> value) {
    return primitive(name, PrimitiveTypeName.DOUBLE, value);
  }

  static <R> Column<R> flag(String name, Function<R, Object> value) {
    return primitive(name, PrimitiveTypeName.BOOLEAN, value);
  }

  static <R> Column<R> text(String name, Function<R, Object> value) {
    return new Column<>(
        Types.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name), value);
  }

  static <R> Column<R> integers(String name, Function<R, Object> value) {
    return new Column<>(
        Types.requiredList().requiredElement(PrimitiveTypeName.INT32).named(name), value);
  }

  static <R> Column<R> floats(String name, Function<R, Object> value) {
    return new Column<>(Types.requiredList().requiredElement(PrimitiveTypeName.FLOAT).named(name), value);
  }

  static <R> Column<R> bytes(String name, Function<R, Object> value) {
    return primitive(name, PrimitiveTypeName.BINARY, value);
  }

  private static <R> Column<R> primitive(String name, PrimitiveTypeName type, Function<R, Object> value) {
    return new Column<>(Types.required(type).named(name), value);
  }

  /** The same column where the value may be null. */
  Column<R> orNull() {
    return new Column<>(type.isPrimitive()
        ? Types.optional(type.asPrimitiveType().getPrimitiveTypeName()).as(type.getLogicalTypeAnnotation()).named(type.getName())
        : Types.optionalList().requiredElement(PrimitiveTypeName.INT32).named(type.getName()), value);
  }

  /** The same column under another name. */
  Column<R> named(String name) {
    return new Column<>(type.isPrimitive()
        ? Types.primitive(type.asPrimitiveType().getPrimitiveTypeName(), type.getRepetition())
            .as(type.getLogicalTypeAnnotation()).named(name)
        : Types.buildGroup(type.getRepetition()).as(type.getLogicalTypeAnnotation())
            .addFields(type.asGroupType().getFields().toArray(Type[]::new)).named(name), value);
  }

  /** Whether the values are lists of whole numbers. */
  boolean isIntegers() {
    return !type.isPrimitive() && type.asGroupType().getType(0).asGroupType().getType(0).asPrimitiveType()
        .getPrimitiveTypeName() == PrimitiveTypeName.INT32;
  }

  boolean isOptional() {
    return type.isRepetition(Repetition.OPTIONAL);
  }

  static <R> List<Type> types(List<Column<R>> columns) {
    return columns.stream().map(Column::type).toList();
  }

  static <R> MessageType schema(String name, List<Column<R>> columns) {
    return new MessageType(name, types(columns));
  }

  /** Fills the columns of a row. */
  static <R> void fill(Group group, List<Column<R>> columns, R row) {
    for (Column<R> column : columns) {
      Object value = column.value.apply(row);
      if (value != null) {
        add(group, column.type.getName(), value);
      } else if (!column.isOptional()) { // Parquet would write a file that nothing can read
        throw new IllegalArgumentException("column " + column.type.getName() + " must have a value");
      }
    }
  }

  private static void add(Group group, String name, Object value) {
    if (value instanceof Integer number) {
      group.add(name, (int) number);
    } else if (value instanceof Long number) {
      group.add(name, (long) number);
    } else if (value instanceof Double number) {
      group.add(name, (double) number);
    } else if (value instanceof Boolean flag) {
      group.add(name, (boolean) flag);
    } else if (value instanceof String text) {
      group.add(name, text);
    } else if (value instanceof List<?> list) {
      Group elements = group.addGroup(name);
      list.forEach(element -> elements.addGroup("list").add("element", (int) (Integer) element));
    } else if (value instanceof byte[] bytes) {
      group.add(name, Binary.fromConstantByteArray(bytes));
    } else if (value instanceof float[] numbers) {
      Group elements = group.addGroup(name);
      for (float number : numbers) {
        elements.addGroup("list").add("element", number);
      }
    } else {
      throw new IllegalArgumentException("column " + name + " cannot hold a " + value.getClass());
    }
  }
}
