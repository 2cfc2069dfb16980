package rote.data.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import rote.files.Gzip;
import rote.files.InputException;
import rote.files.NamedFile;
import rote.files.yaml.QuotedValue;

/** Reads a CSV file, plain or compressed with gzip, row by row: no more than one row of text is in memory. */
final class CsvTable {
  private static final int MAX_ROW = 1 << 24; // characters
  private static final String SEPARATORS = ";\t|,";

  private final DataFile.CsvForm form;
  private final String file;

  private CsvTable(DataFile.CsvForm form, String file) {
    this.form = form;
    this.file = file;
  }

  /**
   * @param rows given the names of the columns, takes the cells
   * @throws InputException if it is no CSV file, or its rows differ in length
   */
  static void read(NamedFile file, DataFile.CsvForm form, Function<List<String>, Cells> rows) {
    file.read(in -> Gzip.read(in, file.toString(), plain -> {
      new CsvTable(form, file.toString()).read(plain, rows);
      return null;
    }));
  }

  private void read(InputStream in, Function<List<String>, Cells> rows) throws IOException {
    skipMark(in);
    OneRow text = new OneRow(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(form.separator()).setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new InputException(file + ": is empty");
      }
      CSVRecord first = records.next();
      List<String> names = form.hasHeader() ? header(first) : numbered(first);
      Cells cells = rows.apply(names);
      cells.file(file + ":");
      if (!form.hasHeader()) {
        take(first, parser.getCurrentLineNumber(), first.size(), cells);
      }
      while (text.begin() && records.hasNext()) {
        take(records.next(), parser.getCurrentLineNumber(), first.size(), cells);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      if (e.getCause() instanceof IOException io && !(io instanceof CharacterCodingException) && !isSyntax(io)) {
        throw io;
      }
      throw wrong(e);
    } catch (CharacterCodingException e) {
      throw wrong(e);
    }
  }

  /** The library reports broken quotes as an exception of input, of a class of its own. */
  private static boolean isSyntax(IOException e) {
    return e instanceof CSVException;
  }

  private InputException wrong(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new InputException(file + ": " + (cause instanceof CharacterCodingException ? "is not UTF-8 text; save it as UTF-8"
        : "is not CSV: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")), e);
  }

  /** Skips a byte order mark, and refuses what is no text. */
  private void skipMark(InputStream in) throws IOException {
    in.mark(4);
    byte[] start = in.readNBytes(4);
    in.reset();
    if (start.length >= 3 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb && (start[2] & 0xff) == 0xbf) {
      in.skipNBytes(3);
    } else if (start.length >= 2 && ((start[0] & start[1]) == (byte) 0xfe && start[0] != start[1] || start[0] == 0 || start[1] == 0)) {
      throw new InputException(file + ": is UTF-16 text, or none at all; save it as UTF-8");
    } else if (new String(start, StandardCharsets.ISO_8859_1).equals("PAR1")) {
      throw new InputException(file + ": is a Parquet file; write format: parquet");
    } else if (new String(start, StandardCharsets.ISO_8859_1).startsWith("PK\003\004")) {
      throw new InputException(file + ": is a zip archive or a spreadsheet; save the table in it as CSV");
    }
  }

  private List<String> header(CSVRecord first) {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < first.size(); column++) {
      String name = first.get(column).strip();
      names.add(name.isEmpty() ? "column " + (column + 1) : name);
    }
    if (names.stream().allMatch(name -> NumberText.of(name, form.decimal()).isPresent()) && !isCounted(names)) {
      throw new InputException(file + ": its first row has only numbers, such as " + names.get(0)
          + ", and should have the names of the columns; if it is a row like the others, write header: false");
    }
    String only = names.get(0);
    if (names.size() == 1) {
      SEPARATORS.chars().filter(c -> c != form.separator() && only.indexOf(c) >= 0).findFirst().ifPresent(c -> {
        throw new InputException(file + ": its only column is named " + QuotedValue.of(only) + "; if columns are separated by "
            + (c == '\t' ? "tabs, write separator: \"\\t\"" : "\"" + (char) c + "\", write separator: \"" + (char) c + "\""));
      });
    }
    return names;
  }

  /** Whether these are 0, 1, 2 …, as pandas names columns that have no names. */
  private static boolean isCounted(List<String> names) {
    return IntStream.range(0, names.size()).allMatch(column -> names.get(column).equals(String.valueOf(column)));
  }

  private static List<String> numbered(CSVRecord first) {
    return IntStream.rangeClosed(1, first.size()).mapToObj(column -> "column " + column).toList();
  }

  private void take(CSVRecord record, long line, int width, Cells cells) {
    if (record.size() != width) {
      throw new InputException(file + ":" + line + ": has " + record.size() + (record.size() == 1 ? " column" : " columns") + ", and the first row has " + width
          + (form.separator() == ',' && form.decimal() == '.' && record.size() > width
              ? "; if commas are decimal marks, the table needs another separator" : ""));
    }
    cells.row(line);
    for (int column = 0; column < width; column++) {
      String text = record.get(column).strip();
      if (NumberText.isMissing(text)) {
        cells.missing(column, 0);
      } else {
        cells.text(column, text);
      }
    }
  }

  /** Refuses rows that are too long, as they are if a quote is not closed. */
  private final class OneRow extends FilterReader {
    private long read;

    OneRow(Reader in) {
      super(in);
    }

    /** Begins a row. */
    boolean begin() {
      read = 0;
      return true;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(char[] to, int at, int length) throws IOException {
      int got = super.read(to, at, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) {
      read += more;
      if (read > MAX_ROW) {
        throw new InputException(file + ": has a row of more than " + MAX_ROW + " characters; is a quote not closed?");
      }
    }
  }
}
