package rote.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import rote.files.DataFolder;
import rote.files.Gzip;
import rote.files.InputException;
import rote.files.Sha256;

/**
 * A file of a data set as its homes serve it, and the content by which it is known.
 *
 * @param name ends in {@code .gz} where it is packed
 * @param isPacked whether content is what gzip holds: homes compress it each in their way
 * @param bytes of its content
 * @param sha256 of its content
 */
public record PublishedFile(String name, boolean isPacked, long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** Its name once nothing is packed, by which {@link DataFolder} finds it in either form. */
  String contentName() {
    return isPacked ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /** How long it may be as it is served: gzip adds little to what it cannot make smaller. */
  long maxBytes() {
    return isPacked ? bytes + bytes / 100 + BUFFER : bytes;
  }

  /** What is wrong with a file that should be this one; empty if nothing is. */
  Optional<String> fault(InputStream in) {
    try {
      String found = isPacked ? Gzip.read(in, "content", this::digest) : digest(in);
      return found.equals(sha256) ? Optional.empty() : Optional.of("SHA-256 is " + found + ", not " + sha256);
    } catch (InputException | IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  private String digest(InputStream content) throws IOException {
    MessageDigest sha = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    for (int n = content.read(buffer); n >= 0 && length <= bytes; n = content.read(buffer)) {
      sha.update(buffer, 0, n);
      length += n;
    }
    if (length != bytes) {
      throw new InputException("content has " + (length > bytes ? "more" : length) + " bytes, not " + bytes);
    }
    return Sha256.hex(sha.digest());
  }
}
