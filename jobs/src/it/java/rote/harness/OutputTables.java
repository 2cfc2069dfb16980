package rote.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queries the tables of an output by DuckDB: {@code trials}, {@code curves}, and others that a test adds. */
public final class OutputTables implements AutoCloseable {
  private final Connection duck;

  public OutputTables(Path output) {
    try {
      duck = DriverManager.getConnection("jdbc:duckdb:");
      for (String table : List.of("trials", "curves")) {
        duck.createStatement().execute("create view " + table + " as from '" + output.resolve(table)
            .resolve(table + ".parquet") + "'");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a table. */
  public void add(String name, String columns, List<List<?>> rows) {
    try {
      duck.createStatement().execute("create table " + name + " (" + columns + ")");
      String marks = "?" + ", ?".repeat(rows.get(0).size() - 1);
      try (PreparedStatement insert = duck.prepareStatement("insert into " + name + " values (" + marks + ")")) {
        for (List<?> row : rows) {
          for (int i = 0; i < row.size(); i++) {
            insert.setObject(i + 1, row.get(i));
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the rows of a query; integers of any width are longs. */
  public List<List<Object>> rows(String query) {
    List<List<Object>> rows = new ArrayList<>();
    try (ResultSet found = duck.createStatement().executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          Object value = found.getObject(column);
          row.add(value instanceof Integer number ? (Object) number.longValue() : value);
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    try {
      duck.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
