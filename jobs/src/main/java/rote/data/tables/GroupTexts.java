package rote.data.tables;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import rote.data.Grouping;
import rote.files.InputException;

/** The groups of a table's rows, by the texts that name them. */
final class GroupTexts {
  private static final int SHARE = 8; // of the heap, for the texts
  private static final int EACH = 100; // bytes of a text beside its characters

  private final Map<String, Integer> codes = new HashMap<>();
  private final IntStream.Builder rows = IntStream.builder();
  private long bytes;

  /** @param file names the table in the error message */
  void add(String text, String file) {
    Integer code = codes.get(text);
    if (code == null) {
      bytes += EACH + (long) Character.BYTES * text.length();
      if (bytes > Runtime.getRuntime().maxMemory() / SHARE) {
        throw new InputException(file + ": data.group-column: has more than " + String.format(Locale.ROOT, "%,d", codes.size())
            + " groups, for whose names this program has no memory; number them, or give it a larger heap");
      }
      code = codes.size();
      codes.put(text, code);
    }
    rows.add(code);
  }

  Grouping grouping() {
    return new Grouping(rows.build().toArray());
  }
}
