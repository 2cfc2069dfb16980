package rote.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import rote.files.DataFolder;
import rote.files.InputException;

/** Downloads a data set. A file gets its final name only after its checksum matches. */
public final class Fetch {
  private static final int MAX_ATTEMPTS = 20; // at one address, while each makes progress

  private final DownloadSource home;
  private final DataFolder to;
  private final Path parts;
  private final Download download;
  private final Consumer<String> lines;

  /**
   * @param parts a folder on this machine for incomplete files, used if {@code to} is not on this machine
   * @param lines receives a line for each file that is complete
   */
  public Fetch(DownloadSource home, DataFolder to, Path parts, Download download, Consumer<String> lines) {
    this.home = home;
    this.to = to;
    this.parts = to.local().orElse(parts);
    this.download = download;
    this.lines = lines;
  }

  /**
   * Downloads the files that the folder lacks.
   *
   * @throws InputException if the folder has a different file under the name of one
   * @throws IOException if no address provides a file, or it cannot be written
   */
  public void run() throws IOException {
    for (PublishedFile file : home.files()) {
      if (to.holds(file.contentName())) {
        check(file);
      } else {
        bring(file);
      }
    }
  }

  private void check(PublishedFile file) {
    String fault = to.read(file.contentName(), (in, path) -> file.fault(in).map(found -> path + ": not the file of "
        + home.dataset() + ": " + found + "; move it away, or give another --to").orElse(null));
    if (fault != null) {
      throw new InputException(fault);
    }
    lines.accept(file.contentName() + ": exists, SHA-256 matches");
  }

  private void bring(PublishedFile file) throws IOException {
    Path part = parts.resolve(file.name() + ".part");
    List<String> failures = new ArrayList<>();
    if (fault(file, part).isEmpty()) {
      keep(file, part, "an earlier fetch");
      return;
    }
    for (URI address : home.addresses(file)) {
      Optional<String> failure = from(address, part, file);
      if (failure.isEmpty()) {
        keep(file, part, address.toString());
        return;
      }
      failures.add(address + " (" + failure.get() + ")");
    }
    throw new IOException(home.dataset() + " cannot be fetched: " + file.name() + " is not available from "
        + String.join(" or ", failures) + "; put into " + to + " by hand: " + byHand(file));
  }

  private void keep(PublishedFile file, Path part, String source) throws IOException {
    to.put(part, file.name());
    lines.accept(file.name() + ": from " + source + ", SHA-256 matches");
  }

  /** Returns why an address does not provide a file; empty if the file is complete and correct. */
  private Optional<String> from(URI address, Path part, PublishedFile file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      long before = size(part);
      Optional<String> failure = download.read(address, part, file.maxBytes());
      boolean isToGoOn = size(part) != before;
      if (size(part) == 0) {
        Files.deleteIfExists(part);
      }
      if (failure.isEmpty()) {
        failure = fault(file, part);
        isToGoOn = before > 0; // the earlier part may belong to another file
        if (failure.isPresent()) {
          Files.delete(part);
        }
      }
      if (failure.isEmpty() || !isToGoOn || attempt == MAX_ATTEMPTS) {
        return failure;
      }
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static Optional<String> fault(PublishedFile file, Path part) throws IOException {
    if (!Files.exists(part)) {
      return Optional.of("does not exist");
    }
    try (InputStream in = Files.newInputStream(part)) {
      return file.fault(in);
    }
  }

  private String byHand(PublishedFile first) {
    List<PublishedFile> missing = home.files().subList(home.files().indexOf(first), home.files().size());
    return missing.stream().map(file -> file.name() + " from " + home.addresses(file).get(0))
        .collect(Collectors.joining(", "));
  }
}
