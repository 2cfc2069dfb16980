package rote.files;

import java.util.LinkedHashMap;
import java.util.Map;

/** Suggests what to do when a file system fails, by the words of its message. */
final class Remedy {
  private static final Map<String, String> BY_WORDS = new LinkedHashMap<>();

  static {
    BY_WORDS.put("No space left", "make room there, and the same command continues");
    BY_WORDS.put("uota", "have the quota raised or make room, and the same command continues");
    BY_WORDS.put("Read-only file system", "take a folder that can be written");
    BY_WORDS.put("no permission", "its permissions must allow it, or take another folder");
    BY_WORDS.put("ermission denied", "its permissions must allow it, or take another folder");
    BY_WORDS.put("it cannot be made", "take a folder that can be written");
    BY_WORDS.put("is not a folder", "move it: a folder is needed here");
    BY_WORDS.put("Is a directory", "move it: a file is needed here");
    BY_WORDS.put("is not a regular file", "remove it");
    BY_WORDS.put("leads nowhere", "remove it, or bring back what it leads to");
    BY_WORDS.put("Too many open files", "raise the limit (ulimit -n)");
    BY_WORDS.put("Input/output error", "the disk, or the way to it, fails");
    BY_WORDS.put("Stale file handle", "the server of the folder has changed; the same command continues");
    BY_WORDS.put("Connection refused", "nothing answers at that address");
  }

  private Remedy() {}

  /** Returns {@code "; "} and the remedy; empty if none is known. */
  static String of(String why) {
    return BY_WORDS.keySet().stream().filter(why::contains).findFirst().map(words -> "; " + BY_WORDS.get(words)).orElse("");
  }
}
