package rote.report.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.report.pictures.Picture;
import rote.store.TextSeal;

/** The cells of a notebook, written in Jupyter's format 4.5. */
final class NotebookCells {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  /** Of all pictures in base64; keeps a notebook below 1.5 MB. */
  private static final int MAX_BYTES = 1_300_000;

  private final List<Object> cells = new ArrayList<>();
  private int bytes;

  private record MarkdownCell(String cellType, String id, Map<String, String> metadata, String source) {}

  private record CodeCell(String cellType, String id, Map<String, String> metadata, String source, Integer executionCount,
      List<Output> outputs) {}

  private record Output(Map<String, String> data, Map<String, Size> metadata, String outputType) {}

  private record Size(int height, int width) {}

  private record File(List<Object> cells, Map<String, Map<String, String>> metadata, int nbformat, int nbformatMinor) {}

  void markdown(String text) {
    cells.add(new MarkdownCell("markdown", nextId(), Map.of(), text.strip()));
  }

  void code(String source) {
    code(source, Optional.empty());
  }

  /** Adds code and the picture that it draws, without the picture if the file would become too large. */
  void code(String source, Optional<Picture> picture) {
    Optional<Picture> kept = picture.filter(p -> bytes + p.base64().length() <= MAX_BYTES);
    bytes += kept.map(p -> p.base64().length()).orElse(0);
    cells.add(new CodeCell("code", nextId(), Map.of(), source.strip(), null,
        kept.map(NotebookCells::output).stream().toList()));
  }

  private String nextId() {
    return "cell-" + (cells.size() + 1);
  }

  private static Output output(Picture picture) {
    return new Output(Map.of("image/png", picture.base64(), "text/plain", "<Figure>"),
        Map.of("image/png", new Size(picture.height(), picture.width())), "display_data");
  }

  String json() {
    Map<String, Map<String, String>> metadata = Map.of(
        "kernelspec", Map.of("display_name", "Python 3", "language", "python", "name", "python3"),
        "language_info", Map.of("file_extension", ".py", "mimetype", "text/x-python", "name", "python"),
        "rote", Map.of("seal", TextSeal.BLANK));
    try {
      return JSON.writeValueAsString(new File(cells, metadata, 4, 5)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
