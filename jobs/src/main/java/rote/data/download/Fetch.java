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

/** The bringing of a data set from its homes to a folder: a file gets its name there once its content has been checked. */
public final class Fetch {
  private static final int MAX_ATTEMPTS = 20; // at one address, as long as each changes what there is

  private final Home home;
  private final DataFolder to;
  private final Path parts;
  private final Download download;
  private final Consumer<String> lines;

  /**
   * A fetch that has not begun.
   *
   * @param parts a folder of this machine for files on their way, where {@code to} is none
   * @param lines takes a line for each file that is there
   */
  public Fetch(Home home, DataFolder to, Path parts, Download download, Consumer<String> lines) {
    this.home = home;
    this.to = to;
    this.parts = to.local().orElse(parts);
    this.download = download;
    this.lines = lines;
  }

  /**
   * Brings what is not there yet.
   *
   * @throws InputException if the folder holds another file under the name of one
   * @throws IOException if a file cannot be had from any home, or cannot be written
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
    lines.accept(file.contentName() + ": there already, SHA-256 as it must be");
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
    throw new IOException(home.dataset() + " cannot be fetched: " + file.name() + " is not to be had from "
        + String.join(" or ", failures) + "; put by hand into " + to + ": " + byHand(file));
  }

  private void keep(PublishedFile file, Path part, String source) throws IOException {
    to.put(part, file.name());
    lines.accept(file.name() + ": from " + source + ", SHA-256 as it must be");
  }

  /** Why a file was not had from an address; empty if it was, and it is the right one. */
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
        isToGoOn = before > 0; // what was gone on with may have been of another file
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
      return Optional.of("is not there");
    }
    try (InputStream in = Files.newInputStream(part)) {
      return file.fault(in);
    }
  }

  /** The files that are still to be had, from the first that is not. */
  private String byHand(PublishedFile first) {
    List<PublishedFile> missing = home.files().subList(home.files().indexOf(first), home.files().size());
    return missing.stream().map(file -> file.name() + " from " + home.addresses(file).get(0))
        .collect(Collectors.joining(", "));
  }
}
