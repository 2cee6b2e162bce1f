package dev.lukis.http;

import dev.lukis.painting.PaintedImage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * File names of shared images, from their words and seed, such as {@code a-red-boat-7.png}. See RFC
 * 6266. Stateless.
 */
final class FileName {
  private static final int MAX_WORDS = 60;

  private FileName() {}

  /** Value of the header {@code Content-Disposition}. */
  static String contentDisposition(PaintedImage image) {
    String rest =
        "-"
            + image.header().request().image().seed()
            + "."
            + image.format().name().toLowerCase(Locale.ROOT).replace("jpeg", "jpg");
    String words = words(image.header().request().image().prompt());
    String encoded =
        URLEncoder.encode(words + rest, StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A");
    return "inline; filename=\"" + ascii(words) + rest + "\"; filename*=UTF-8''" + encoded;
  }

  private static String words(String prompt) {
    String dashed =
        Normalizer.normalize(prompt, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "-");
    int[] short60 = dashed.codePoints().limit(MAX_WORDS).toArray();
    return named(new String(short60, 0, short60.length));
  }

  private static String ascii(String words) {
    String bare = Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return named(bare.replaceAll("[^a-z0-9-]+", "-").replaceAll("-{2,}", "-"));
  }

  private static String named(String words) {
    String trimmed = words.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "lukis" : trimmed;
  }
}
