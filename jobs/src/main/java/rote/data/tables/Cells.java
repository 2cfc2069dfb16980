package rote.data.tables;

/** Takes a table cell by cell, row after row. */
interface Cells {
  /** Begins a row. @param place its line in the file, or its number from 1 */
  void row(long place);

  /** @param element of a column of lists, from 0; else 0 */
  void number(int column, int element, double number);

  void text(int column, String text);

  /** @param file an image, encoded */
  void image(int column, byte[] file);

  void missing(int column, int element);
}
