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
 * A published file of a data set, and its expected content.
 *
 * @param name ends with {@code .gz} if it is packed
 * @param isPacked whether the content is what gzip contains, since servers compress differently
 * @param bytes of the content
 * @param sha256 of the content
 */
public record PublishedFile(String name, boolean isPacked, long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** Returns the unpacked name, by which {@link DataFolder} finds it in either form. */
  String contentName() {
    return isPacked ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /** Returns the greatest length as served: gzip adds little to what it cannot compress. */
  long maxBytes() {
    return isPacked ? bytes + bytes / 100 + BUFFER : bytes;
  }

  /** Describes how a file differs from this one; empty if it does not. */
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
