package rote.data.tables;

/** Takes a table cell by cell, row after row. */
interface Cells {
  /** Begins a file. @param before comes before the number of a row in messages, such as {@code t.csv:} */
  void file(String before);

  /** Begins a row. @param number its line in the file, or its number in it from 1 */
  void row(long number);

  /** Whether the values of a column are names: labels, groups, values for one-hot. A number in it then comes as a text with all its digits. */
  boolean areNames(int column);

  /** @param element of a column of lists, from 0; else 0 */
  void number(int column, int element, double number);

  void text(int column, String text);

  /** @param file an image, encoded */
  void image(int column, byte[] file);

  void missing(int column, int element);
}
