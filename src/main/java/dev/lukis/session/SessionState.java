package dev.lukis.session;

import dev.lukis.painting.PaintedImage;
import java.util.Optional;

/**
 * The part of a session that outlives its connection.
 *
 * @param settings the newest ones
 * @param revision the newest one, 0 before the first
 * @param text of that revision
 * @param last the image sent last
 */
public record SessionState(
    SessionSettings settings, long revision, String text, Optional<PaintedImage> last) {
  private static final int ENTRY_BYTES = 1_024;

  /** Estimated heap memory. */
  public long bytes() {
    return ENTRY_BYTES
        + 2L * text.length()
        + 2L * settings.negativePrompt().length()
        + last.map(image -> image.bytes().length).orElse(0);
  }
}
