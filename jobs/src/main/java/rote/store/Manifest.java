package rote.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.Sha256;

/** The file {@code manifest.json}: how an output came about, and the size and digest of each of its files. */
public final class Manifest {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int BUFFER = 1 << 16;
  private static final String FILES = "files";

  private Manifest() {}

  /**
   * Writes the manifest; to be called when all other files are written.
   *
   * @param facts maps, lists, texts, numbers, booleans and nulls; {@code files} is added behind them, a list of maps of
   *     {@code path}, {@code bytes} and {@code sha256}
   */
  public static void write(Output output, Map<String, Object> facts) throws IOException {
    write(output, facts, files(output.folder()));
  }

  /** Writes the manifest of a run that begins: whoever looks at the output meanwhile finds what it is about. */
  public static void begin(Output output, Map<String, Object> facts) throws IOException {
    Object files = readIfAny(output).get(FILES); // none is written yet, and what was edited since stays known as edited
    write(output, facts, files == null ? List.of() : files);
  }

  private static void write(Output output, Map<String, Object> facts, Object files) throws IOException {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put(Format.IN_MANIFEST, Format.CURRENT);
    manifest.putAll(facts);
    manifest.put(Format.IN_MANIFEST, Format.CURRENT); // the facts may be of an earlier one
    manifest.put(FILES, files);
    keepDamaged(output);
    output.writeText(Output.MANIFEST, JSON.writeValueAsString(manifest) + "\n");
  }

  /** Of outputs of the first format the manifest alone says who trained them: what cannot be read of it is kept beside it. */
  private static void keepDamaged(Output output) throws IOException {
    Optional<String> text = Segments.ifStillThere(() -> output.readText(Output.MANIFEST));
    if (text.isPresent()) {
      try {
        JSON.readTree(text.get());
      } catch (JsonProcessingException e) {
        output.writeText(Output.MANIFEST + ".damaged", text.get());
      }
    }
  }

  /** @throws InputException if the output has no manifest, or one of a format that this program does not know */
  public static Map<String, Object> read(Output output) throws IOException {
    return readIfThere(output).orElseThrow(() ->
        new InputException("output " + output.location() + " has no " + Output.MANIFEST));
  }

  /**
   * The manifest; an empty map where there is none that can be read.
   *
   * @throws InputException if it is of a format that this program does not know
   */
  public static Map<String, Object> readIfAny(Output output) {
    try {
      return readIfThere(output).orElse(Map.of());
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static Optional<Map<String, Object>> readIfThere(Output output) throws IOException {
    Optional<String> text = Segments.ifStillThere(() -> output.readText(Output.MANIFEST));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Map<String, Object> manifest = JSON.readValue(text.get(), new TypeReference<LinkedHashMap<String, Object>>() {});
      Format.of(manifest == null ? Map.of() : manifest, output.path(Output.MANIFEST));
      return Optional.of(manifest == null ? Map.of() : manifest);
    } catch (JsonProcessingException e) {
      throw Folder.failed("read", output.path(Output.MANIFEST), e);
    }
  }

  /** What a manifest names, as far as it is there. */
  public static List<String> names(Folder folder) throws IOException {
    List<String> names = new ArrayList<>(
        List.of(Output.TRIALS, Output.CURVES, Output.PROBES, Output.MEMORISED, Output.REPORT, Output.NOTEBOOK));
    names.addAll(Segments.names(folder));
    return names;
  }

  /** Whether every file is still the one that the manifest names, and no segment has come or gone. */
  public static boolean describes(Output output) throws IOException {
    return String.valueOf(files(output.folder())).equals(String.valueOf(read(output).get(FILES))); // Long or Integer
  }

  private static List<Map<String, Object>> files(Folder folder) throws IOException {
    List<Map<String, Object>> files = new ArrayList<>();
    for (String name : names(folder)) {
      Optional<Map<String, Object>> file = Segments.ifStillThere(() -> file(folder, name));
      file.ifPresent(files::add);
    }
    return files;
  }

  /** What a manifest says of a file. */
  public static Map<String, Object> file(Folder folder, String name) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = folder.open(name)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
        bytes += length;
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw Folder.failed("read", folder.path(name), e);
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("path", name);
    file.put("bytes", bytes);
    file.put("sha256", Sha256.hex(digest.digest()));
    return file;
  }
}
