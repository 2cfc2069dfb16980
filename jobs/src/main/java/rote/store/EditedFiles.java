package rote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import rote.files.Sha256;

/** Replaces pages and notebooks; what a person has edited of them is kept under another name, and a line says so. */
public final class EditedFiles {
  public static final String KEPT = ".edited";

  private EditedFiles() {}

  public static void replace(Output output, String name, String text, Consumer<String> lines) throws IOException {
    keep(output, name, lines);
    output.writeText(name, TextSeal.sealed(text));
  }

  /** Copies an edited file to the first free name, so that it may be replaced or deleted. */
  public static void keep(Output output, String name, Consumer<String> lines) throws IOException {
    Optional<byte[]> edited = Segments.ifStillThere(() -> output.readBytes(name)).filter(bytes -> bytes.length > 0);
    if (edited.isPresent() && isEdited(output, name, edited.get())) {
      String copy = freeName(output, name);
      output.folder().write(copy, out -> out.write(edited.get()));
      lines.accept(output.path(name) + " was edited: kept as " + output.path(copy));
    }
  }

  static boolean isKept(String name) {
    return name.matches("(report\\.html|report\\.ipynb)\\" + KEPT + "(-[0-9]+)?");
  }

  /** Whether a file still opens as a notebook: then it was edited or run, not damaged. */
  public static boolean isNotebook(Output output, String name) throws IOException {
    Optional<byte[]> content = Segments.ifStillThere(() -> output.readBytes(name));
    try {
      return content.isPresent() && new ObjectMapper().readTree(content.get()).path("cells").isArray();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** A file without a seal, from before there were seals, is unedited if the manifest has its digest. */
  private static boolean isEdited(Output output, String name, byte[] content) throws IOException {
    Optional<Boolean> intact = TextSeal.isIntact(content);
    if (intact.isPresent()) {
      return !intact.get();
    }
    String digest = Sha256.hex(Sha256.digest().digest(content));
    return Manifest.readIfAny(output).files().stream()
        .noneMatch(file -> name.equals(file.path()) && digest.equals(file.sha256()));
  }

  private static String freeName(Output output, String name) throws IOException {
    String free = name + KEPT;
    for (int number = 2; output.exists(free); number++) {
      free = name + KEPT + "-" + number;
    }
    return free;
  }
}
