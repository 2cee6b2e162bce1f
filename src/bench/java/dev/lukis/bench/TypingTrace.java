package dev.lukis.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The keystrokes of one prompt, with their times.
 *
 * @param name of the trace
 * @param edits in the order of their times
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TypingTrace(String name, List<Edit> edits) {
  private static final String FILE = "/traces/typing.json";

  /**
   * A key pressed.
   *
   * @param atMs milliseconds since the trace began
   * @param text the whole text after it
   */
  public record Edit(long atMs, String text) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Traces(List<TypingTrace> traces) {}

  public static List<TypingTrace> all() {
    try (InputStream in = TypingTrace.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readValue(in, Traces.class).traces();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
