package rote.store.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rote.files.Folder;
import rote.store.Edits;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.Segments;

/** The comparison of an output's files with the sizes and digests that its manifest states. */
public final class ManifestCheck {
  private final Output output;
  private final Folder folder;
  private final Findings findings;
  private final Set<String> named = new HashSet<>();
  private final List<String> edited = new ArrayList<>();

  /**
   * Reads every file that the manifest names.
   *
   * @param facts the manifest
   */
  public ManifestCheck(Output output, Map<String, Object> facts, Findings findings) throws IOException {
    this.output = output;
    this.folder = output.folder();
    this.findings = findings;
    if (facts.get("files") instanceof List<?> files) {
      files.forEach(this::check);
    }
    for (String name : Manifest.names(folder)) {
      if (!named.contains(name) && folder.exists(name)) {
        findings.add(folder.path(name), Output.MANIFEST + " does not name it");
      }
    }
  }

  private void check(Object entry) {
    if (entry instanceof Map<?, ?> stated && stated.get("path") instanceof String name) {
      named.add(name);
      findings.attempt(folder.path(name), () -> compare(name, stated));
    } else {
      findings.add(folder.path(Output.MANIFEST), "files: " + entry + " names no file");
    }
  }

  private void compare(String name, Map<?, ?> stated) throws IOException {
    Optional<Map<String, Object>> found = Segments.ifStillThere(() -> Manifest.file(folder, name));
    if (found.isEmpty()) {
      findings.add(folder.path(name), "is missing, and " + Output.MANIFEST + " names it");
      return;
    }
    if (isEdited(name, stated, found.get())) {
      edited.add(folder.path(name) + " is not as it was written; the next run keeps it as " + name + Edits.KEPT);
      return;
    }
    for (String fact : List.of("bytes", "sha256")) {
      if (!String.valueOf(stated.get(fact)).equals(String.valueOf(found.get().get(fact)))) {
        findings.add(folder.path(name),
            fact + " is " + found.get().get(fact) + ", in " + Output.MANIFEST + " " + stated.get(fact));
      }
    }
  }

  /** A person may edit the notebook, and running it stores what it printed: neither is damage. */
  private boolean isEdited(String name, Map<?, ?> stated, Map<String, Object> found) throws IOException {
    return name.equals(Output.NOTEBOOK) && !found.get("sha256").equals(stated.get("sha256"))
        && Edits.isNotebook(output, name);
  }

  /** What a person has changed, a line each. */
  public List<String> edited() {
    return List.copyOf(edited);
  }

  /** What was compared, in a line. */
  public String summary() {
    return named.size() + " files";
  }
}
