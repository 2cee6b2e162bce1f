package dev.lukis.model.sketch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.model.sketch.canvas.Rgb;
import java.util.Optional;

/**
 * Drawings as they are laid on a picture: coloured, of a material, flipped, resized. The ones that
 * were used last are kept, because most of a picture stays while a prompt grows. Thread-safe.
 */
final class Stamps {
  private static final int LOOKS = 24;
  private static final long SIZED_PIXELS = 2_000_000;

  private final Drawings drawings;
  private final Cache<Look, Drawing> looks =
      Caffeine.newBuilder().maximumSize(LOOKS).executor(Runnable::run).build();
  private final Cache<Sized, Drawing> sized =
      Caffeine.newBuilder()
          .maximumWeight(SIZED_PIXELS)
          .weigher((Sized key, Drawing value) -> value.width() * value.height())
          .executor(Runnable::run)
          .build();

  private record Sized(Look look, int longer) {}

  Stamps(Drawings drawings) {
    this.drawings = drawings;
  }

  /**
   * @param longer the longer side, in pixels
   */
  Drawing of(Look look, int longer) {
    return sized.get(new Sized(look, longer), this::resized);
  }

  private Drawing resized(Sized key) {
    Drawing drawing = looks.get(key.look, this::drawn);
    double ratio = (double) key.longer / Math.max(drawing.width(), drawing.height());
    return drawing.resized(
        (int) Math.max(2, Math.round(drawing.width() * ratio)),
        (int) Math.max(2, Math.round(drawing.height() * ratio)));
  }

  private Drawing drawn(Look look) {
    Drawing plain = drawings.drawing(look.entry());
    Optional<Rgb> colour = look.colour().map(Recolouring::rgb);
    Drawing drawn =
        look.material()
            .map(material -> Materials.of(plain, material, colour))
            .orElseGet(() -> colour.map(rgb -> Recolouring.of(plain, rgb)).orElse(plain));
    return look.flipped() ? drawn.mirrored() : drawn;
  }
}
