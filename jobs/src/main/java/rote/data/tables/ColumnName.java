package rote.data.tables;

import java.util.List;
import rote.files.yaml.QuotedValue;

/**
 * A column as an experiment file names it.
 *
 * @param name null if it is named by its number
 * @param number from 1; 0 if it is named by its name
 */
public record ColumnName(String name, int number) {
  public static ColumnName of(String name) {
    return new ColumnName(name, 0);
  }

  public static ColumnName of(int number) {
    return new ColumnName(null, number);
  }

  /** Returns the place of the column, from 0; -1 if there is none. */
  int among(List<String> names) {
    return name != null ? names.indexOf(name) : number <= names.size() ? number - 1 : -1;
  }

  /** Returns the name or the number as an experiment file has it. */
  Object plain() {
    return name != null ? name : number;
  }

  @Override
  public String toString() {
    return name != null ? QuotedValue.of(name) : "number " + number;
  }
}
