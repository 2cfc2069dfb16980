package rote.store;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rote.files.FileSystems;
import rote.files.Folder;
import rote.files.InputException;
import rote.files.Place;
import rote.files.Secrets;
import rote.files.Web;
import rote.files.parquet.ParquetRows;

/** One output folder, on this machine or on any Hadoop file system: where an experiment's results are kept. */
public final class Output {
  public static final String SEGMENTS = "segments";
  public static final String STATES = "states";
  public static final String TRIALS = "trials/trials.parquet";
  public static final String CURVES = "curves/curves.parquet";
  public static final String PROBES = "probes/probes.parquet";
  public static final String MEMORISED = "memorisation/memorisation.parquet";
  public static final String MANIFEST = "manifest.json";
  public static final String REPORT = "report.html";
  public static final String NOTEBOOK = "report.ipynb";
  public static final String SUCCESS = "_SUCCESS";

  /** In the order of deletion: until the last is deleted, the folder is still known as an output. */
  private static final List<String> OURS =
      List.of(SUCCESS, REPORT, NOTEBOOK, "trials", "curves", "probes", "memorisation", STATES, SEGMENTS, MANIFEST);

  private final Folder folder;

  Output(Folder folder) {
    this.folder = folder;
  }

  public static Output at(String location) {
    return at(location, new FileSystems());
  }

  /** @throws InputException if the location is neither a URI nor a path, or its file system is not available */
  public static Output at(String location, FileSystems systems) {
    if (Web.isAddress(location)) {
      throw new InputException("output " + Secrets.hiddenLocation(location) + ": web addresses can only be read, not listed or written;"
          + " name a folder of this machine, or of a file system such as hdfs:// or s3a://");
    }
    return new Output(Folder.at(Place.of(location), systems));
  }

  public String location() {
    return folder.location();
  }

  public String path(String name) {
    return folder.path(name);
  }

  public Folder folder() {
    return folder;
  }

  public void check(OutputOwner owner) throws IOException {
    check(owner, Map.of());
  }

  /**
   * Refuses a place where these results must not be written.
   *
   * @param former {@link rote.data.DatasetInfo#former()}
   * @throws InputException if a file is in the way, if other files are there, or if the output is another's
   */
  public void check(OutputOwner owner, Map<String, String> former) throws IOException {
    checkPlace();
    for (Map.Entry<String, OutputOwner> segment : owners().entrySet()) {
      String reason = former.get(segment.getValue().dataDigest());
      segment.getValue().difference(owner).map(text -> reason == null ? text : text + ": " + reason).ifPresent(difference -> {
        throw new InputException("output " + location() + " belongs to another: " + difference
            + "; give another --out, or --overwrite to delete it");
      });
    }
  }

  /** Returns whose the output is; empty before the first segment. */
  public Optional<OutputOwner> owner() throws IOException {
    for (String name : Segments.names(folder)) {
      Optional<OutputOwner> owner = owner(name);
      if (owner.isPresent()) {
        return owner;
      }
    }
    return Optional.empty();
  }

  private Map<String, OutputOwner> owners() throws IOException {
    Map<String, OutputOwner> owners = new TreeMap<>();
    for (String name : Segments.names(folder)) {
      owner(name).ifPresent(owner -> owners.put(name, owner));
    }
    if (owners.isEmpty()) { // a copy without segments
      ownerOfDerived().ifPresent(owner -> owners.put(MANIFEST, owner));
    }
    return owners;
  }

  private Optional<OutputOwner> ownerOfDerived() throws IOException {
    Optional<OutputOwner> owner = OutputOwner.of(Manifest.readIfAny(this));
    if (owner.isEmpty() && folder.exists(TRIALS)) {
      throw new InputException("output " + location() + " holds tables without segments, and no " + MANIFEST
          + " that says whose they are; give another --out, or --overwrite to delete them");
    }
    return owner;
  }

  /** Returns whose a segment is; empty if its run has merged it into a larger one. */
  private Optional<OutputOwner> owner(String name) throws IOException {
    Optional<Map<String, String>> metadata = Segments.ifStillThere(() -> ParquetRows.metadata(folder, name));
    metadata.ifPresent(footer -> OutputFormat.demandKnown(footer, path(name)));
    return metadata.map(footer -> OutputOwner.of(footer).orElseThrow(() ->
        new InputException("output " + location() + ": " + path(name) + " is not a segment of Rote")));
  }

  /** @throws InputException if a file is in the way, if other files are there, or if a newer program wrote the output */
  public void checkPlace() throws IOException {
    checkFolder();
    Manifest.readIfAny(this);
    List<String> names = folder.list("").stream().filter(name -> !name.startsWith(".") && !EditedFiles.isKept(name)).toList();
    boolean free = names.isEmpty() || names.equals(List.of(SUCCESS));
    if (!free && !names.contains(SEGMENTS) && !names.contains(MANIFEST)) {
      throw new InputException("output " + location() + " holds other files (such as " + names.get(0)
          + ") and is no output of Rote; give another --out");
    }
  }

  /** @throws InputException if a file is in the way */
  public void checkFolder() throws IOException {
    folder.obstacle().ifPresent(obstacle -> {
      throw new InputException("output " + location() + ": " + obstacle);
    });
  }

  /** @throws InputException if there is no such folder */
  public void demandThere() throws IOException {
    checkFolder();
    if (!folder.exists("")) {
      throw new InputException("output " + location() + ": no such folder; name the output of a run, such as"
          + " notebooks-out/true-vs-random");
    }
  }

  /**
   * Refuses a second run on the same folder of this machine until closed or dead. Call {@link #check} first: this creates the
   * folder.
   *
   * @throws InputException if another run holds the lock
   */
  public Closeable lock() throws IOException {
    return folder.lock();
  }

  /**
   * Deletes what Rote wrote, of whichever experiment; other files stay.
   *
   * @throws InputException if the folder is no output of Rote
   */
  public void overwrite() throws IOException {
    checkPlace();
    markIncomplete();
    for (String name : OURS) {
      folder.delete(name);
    }
  }

  /**
   * Removes the mark; to be called before any table changes.
   *
   * @throws IOException if a folder has the mark's name
   */
  public void markIncomplete() throws IOException {
    if (Segments.ifStillThere(() -> readText(SUCCESS)).isPresent()) {
      folder.delete(SUCCESS);
    }
  }

  /** Writes the mark, after all other files. */
  public void markComplete() throws IOException {
    writeText(SUCCESS, "");
  }

  public boolean isComplete() throws IOException {
    return folder.exists(SUCCESS);
  }

  public boolean exists(String name) throws IOException {
    return folder.exists(name);
  }

  /** Creates or replaces a text file; readers see all of the old text or all of the new. */
  public void writeText(String name, String text) throws IOException {
    folder.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public String readText(String name) throws IOException {
    return new String(readBytes(name), StandardCharsets.UTF_8);
  }

  byte[] readBytes(String name) throws IOException {
    try (InputStream in = folder.open(name)) {
      return in.readAllBytes();
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw Folder.failed("read", path(name), e);
    }
  }

  @Override
  public String toString() {
    return location();
  }
}
