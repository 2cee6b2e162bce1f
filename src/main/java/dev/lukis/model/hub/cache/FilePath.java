package dev.lukis.model.hub.cache;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a file's path in a repository may become a path on this disk. The Hub's servers
 * are not trusted: such a path must stay within its snapshot on every system. Stateless.
 */
public final class FilePath {
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 250;
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\:*?\"<>|\\p{Cntrl}]");
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
  private static final Pattern NUMBERED_DEVICE = Pattern.compile("(?:com|lpt)[0-9]");

  private FilePath() {}

  /** Whether it is relative, without steps upwards, and possible on every system. */
  public static boolean isSafe(String path) {
    if (path.isEmpty() || path.length() > LONGEST || FORBIDDEN.matcher(path).find()) {
      return false;
    }
    for (String name : path.split("/", -1)) {
      if (!isSafeName(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSafeName(String name) {
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.endsWith(".")
        || name.endsWith(" ")) {
      return false;
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    return !DEVICES.contains(stem) && !NUMBERED_DEVICE.matcher(stem).matches();
  }
}
