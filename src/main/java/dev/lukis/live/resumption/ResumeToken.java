package dev.lukis.live.resumption;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameter {@code resume}. Stateless. */
public final class ResumeToken {
  private static final Pattern QUERY =
      Pattern.compile("(?:^|&)resume=([A-Za-z0-9_-]{1,64})(?:&|$)");

  private ResumeToken() {}

  /** The token in a query, or null. */
  public static @Nullable String of(@Nullable String query) {
    Matcher matcher = QUERY.matcher(query == null ? "" : query);
    return matcher.find() ? matcher.group(1) : null;
  }
}
