package rote.files.parquet;

import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;

/** The columns of a file, in order, whose rows are made from values of type R. */
public final class Columns<R> {
  private final MessageType schema;
  private final List<Column<R>> columns;

  /** @param name the name of the schema, which says what a row is */
  public Columns(String name, List<Column<R>> columns) {
    this.schema = new MessageType(name, Column.types(columns));
    this.columns = List.copyOf(columns);
  }

  public List<Column<R>> all() {
    return columns;
  }

  MessageType schema() {
    return schema;
  }

  public Row row(R of) {
    Group group = new SimpleGroup(schema);
    Column.fill(group, columns, of);
    return new Row(group);
  }
}
