package dev.lukis.gallery;

import dev.lukis.painting.PaintedImage;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Port: keeps shared images, each under a secret token, until they expire. Implementations may live
 * in another process, so answers come later, on any thread. Thread-safe.
 */
public interface SharedImages {
  /** Keeps an image. */
  Uni<Void> put(String token, PaintedImage image);

  /** The image of a token; empty if the token is unknown or the share has expired. */
  Uni<Optional<PaintedImage>> find(String token);
}
