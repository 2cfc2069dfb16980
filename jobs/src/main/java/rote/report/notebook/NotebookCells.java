package rote.report.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.report.pictures.Picture;
import rote.store.TextSeal;

/** The cells of a notebook one after another, and the whole as a file in Jupyter's format 4.5. */
final class NotebookCells {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  /** Of all pictures together, as base64: a report stays below 1.5 MB. */
  private static final int MOST_BYTES = 1_300_000;

  private final List<Map<String, Object>> cells = new ArrayList<>();
  private int bytes;

  void markdown(String text) {
    cells.add(cell("markdown", text));
  }

  void code(String source) {
    cells.add(codeCell(source, List.of()));
  }

  /** Code and the picture that it draws; one that would make the file too large is left for the code to draw. */
  void code(String source, Optional<Picture> picture) {
    Optional<Picture> kept = picture.filter(p -> bytes + p.base64().length() <= MOST_BYTES);
    bytes += kept.map(p -> p.base64().length()).orElse(0);
    cells.add(codeCell(source, kept.map(p -> List.of(output(p))).orElse(List.of())));
  }

  /** The file's text. */
  String json() {
    Map<String, Object> notebook = new LinkedHashMap<>();
    notebook.put("cells", cells);
    notebook.put("metadata", ordered(
        "kernelspec", ordered("display_name", "Python 3", "language", "python", "name", "python3"),
        "language_info", ordered("file_extension", ".py", "mimetype", "text/x-python", "name", "python"),
        "rote", ordered("seal", TextSeal.BLANK)));
    notebook.put("nbformat", 4);
    notebook.put("nbformat_minor", 5);
    try {
      return JSON.writeValueAsString(notebook) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> cell(String type, String source) {
    return ordered("cell_type", type, "id", "cell-" + (cells.size() + 1), "metadata", Map.of(), "source",
        source.strip());
  }

  private Map<String, Object> codeCell(String source, List<Map<String, Object>> outputs) {
    Map<String, Object> cell = cell("code", source);
    cell.put("execution_count", null);
    cell.put("outputs", outputs);
    return cell;
  }

  private static Map<String, Object> output(Picture picture) {
    return ordered(
        "data", ordered("image/png", picture.base64(), "text/plain", "<Figure>"),
        "metadata", Map.of("image/png", ordered("height", picture.height(), "width", picture.width())),
        "output_type", "display_data");
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
