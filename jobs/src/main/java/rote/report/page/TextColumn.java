package rote.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One text per row: each text once, and which of them each row has. */
record TextColumn(List<String> values, List<Integer> of) {
  static <T> TextColumn of(List<T> rows, Function<T, String> text) {
    Map<String, Integer> places = new LinkedHashMap<>();
    rows.forEach(row -> places.putIfAbsent(text.apply(row), places.size()));
    return new TextColumn(List.copyOf(places.keySet()), rows.stream().map(text).map(places::get).toList());
  }
}
