package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's access token of the Hub. It is a secret: {@link #toString()} does not show it. */
record Token(String value) {
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,500}");

  /**
   * From {@code HF_TOKEN}, {@code HUGGING_FACE_HUB_TOKEN}, or the file that the Hub's own login
   * writes.
   *
   * @param file of the login
   */
  static Optional<Token> of(Map<String, String> environment, Path file) {
    for (String name : new String[] {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(checked(name, value));
      }
    }
    return read(file);
  }

  private static Optional<Token> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String value = Files.readString(file, StandardCharsets.UTF_8).strip();
      return value.isEmpty() ? Optional.empty() : Optional.of(checked(file.toString(), value));
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read (expected: a token of the Hub)", e);
    }
  }

  private static Token checked(String source, String value) {
    if (!PRINTABLE.matcher(value).matches()) {
      throw new ModelException(
          source
              + ": "
              + value.length()
              + " characters with blanks, line breaks or letters beyond ASCII (expected: one"
              + " token of the Hub)");
    }
    return new Token(value);
  }

  @Override
  public String toString() {
    return "a token";
  }
}
