package rote.store.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rote.files.Folder;
import rote.store.EditedFiles;
import rote.store.Manifest.Content;
import rote.store.Manifest;
import rote.store.Output;
import rote.store.Segments;

/** Compares an output's files with the sizes and digests in its manifest. */
public final class ManifestCheck {
  private final Output output;
  private final Folder folder;
  private final Findings findings;
  private final Set<String> named = new HashSet<>();
  private final List<String> edited = new ArrayList<>();

  public ManifestCheck(Output output, Manifest manifest, Findings findings) throws IOException {
    this.output = output;
    this.folder = output.folder();
    this.findings = findings;
    manifest.files().forEach(this::check);
    for (String name : Manifest.names(folder)) {
      if (!named.contains(name) && folder.exists(name)) {
        findings.add(folder.path(name), Output.MANIFEST + " does not name it");
      }
    }
  }

  private void check(Content stated) {
    if (stated.path() == null) {
      findings.add(folder.path(Output.MANIFEST), "files: " + stated + " names no file");
    } else {
      named.add(stated.path());
      findings.attempt(folder.path(stated.path()), () -> compare(stated));
    }
  }

  private void compare(Content stated) throws IOException {
    String name = stated.path();
    Optional<Content> found = Segments.ifStillThere(() -> Manifest.content(folder, name));
    if (found.isEmpty()) {
      findings.add(folder.path(name), "is missing, and " + Output.MANIFEST + " names it");
    } else if (isEdited(stated, found.get())) {
      edited.add(folder.path(name) + " is not as it was written; the next run keeps it as " + name + EditedFiles.KEPT);
    } else {
      demandEqual(name, "bytes", stated.bytes(), found.get().bytes());
      demandEqual(name, "sha256", stated.sha256(), found.get().sha256());
    }
  }

  private void demandEqual(String name, String fact, Object stated, Object found) {
    if (!found.equals(stated)) {
      findings.add(folder.path(name), fact + " is " + found + ", in " + Output.MANIFEST + " " + stated);
    }
  }

  /** A notebook may be edited, and running it stores its output: neither is damage. */
  private boolean isEdited(Content stated, Content found) throws IOException {
    return found.path().equals(Output.NOTEBOOK) && !found.sha256().equals(stated.sha256())
        && EditedFiles.isNotebook(output, found.path());
  }

  /** Lists what a person has changed, one line each. */
  public List<String> edited() {
    return List.copyOf(edited);
  }

  public String summary() {
    return named.size() + " files";
  }
}
