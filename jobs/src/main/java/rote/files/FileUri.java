package rote.files;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a {@code file:} URI into a path.
 *
 * <p>Blanks, {@code #} and lone {@code %}, which browsers and people write, are kept; escapes such as {@code %20} are decoded
 * once.
 */
final class FileUri {
  private static final Pattern PARTS = Pattern.compile("(?i:file):(?://([^/]*))?(/.*)");
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private FileUri() {}

  /** @throws IllegalArgumentException if the path is not absolute, or on another machine */
  static Path path(String uri) {
    Matcher parts = PARTS.matcher(uri);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a file URI is file:///FOLDER/FILE");
    }
    String host = parts.group(1);
    if (host != null && !host.isEmpty() && !host.equals("localhost")) {
      throw new IllegalArgumentException("it names the machine " + host + "; on this machine it is file:///" + host
          + parts.group(2));
    }
    return Path.of(ofThisSystem(ESCAPES.matcher(parts.group(2)).replaceAll(FileUri::decoded)));
  }

  private static String ofThisSystem(String path) {
    boolean hasDrive = path.matches("/[A-Za-z]:/.*");
    if (hasDrive && File.separatorChar == '/') {
      throw new IllegalArgumentException("it has a drive letter of Windows; in WSL, C: is /mnt/c");
    }
    return hasDrive ? path.substring(1) : path;
  }

  private static String decoded(MatchResult escapes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 1; at < escapes.group().length(); at += 3) {
      bytes.write(Integer.parseInt(escapes.group().substring(at, at + 2), 16));
    }
    return Matcher.quoteReplacement(bytes.toString(StandardCharsets.UTF_8));
  }
}
