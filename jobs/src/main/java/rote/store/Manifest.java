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
import rote.data.InputException;
import rote.data.Sha256;

/** What {@code manifest.json} says of an output: the facts of its last run, and size and SHA-256 of every file. */
public final class Manifest {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String FILES = "files";

  private Manifest() {}

  /** Writes the facts, and behind them the files as they are now. */
  public static void write(Output output, Map<String, Object> facts) throws IOException {
    Map<String, Object> manifest = new LinkedHashMap<>(facts);
    manifest.put(FILES, files(output.folder()));
    output.writeText(Output.MANIFEST, JSON.writeValueAsString(manifest) + "\n");
  }

  /**
   * The facts, without the files.
   *
   * @throws InputException if there is no manifest, or none that can be read
   */
  public static Map<String, Object> read(Output output) throws IOException {
    try {
      Map<String, Object> facts = JSON.readValue(output.readText(Output.MANIFEST), new TypeReference<>() {});
      facts.remove(FILES);
      return facts;
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InputException("output " + output + ": no " + Output.MANIFEST + " there; is it the folder of a run?", e);
    } catch (JsonProcessingException e) {
      throw new InputException(output.path(Output.MANIFEST) + ": is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Object> files(Folder folder) throws IOException {
    List<String> names = new ArrayList<>(List.of(Output.TRIALS, Output.CURVES, Output.REPORT));
    names.addAll(Segments.names(folder));
    Map<String, Object> files = new LinkedHashMap<>();
    for (String name : names) {
      if (folder.exists(name)) {
        files.put(name, file(folder, name));
      }
    }
    return files;
  }

  private static Map<String, Object> file(Folder folder, String name) throws IOException {
    MessageDigest sha = Sha256.digest();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = folder.open(name)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha.update(buffer, 0, n);
        size += n;
      }
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("bytes", size);
    file.put("sha256", Sha256.hex(sha.digest()));
    return file;
  }
}
