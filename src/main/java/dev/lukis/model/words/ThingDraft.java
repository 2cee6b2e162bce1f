package dev.lukis.model.words;

import dev.lukis.model.scene.Thing;
import dev.lukis.model.scene.ThingColour;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was said so far about a thing, or about the thing that is named next. Not thread-safe. */
final class ThingDraft {
  private @Nullable ThingColour colour;
  private Thing.@Nullable Size size;
  private Thing.@Nullable Material material;

  /** What was said first stays. */
  void add(@Nullable Sense modifier) {
    if (modifier instanceof Sense.Coloured each && colour == null) {
      colour = each.colour();
    } else if (modifier instanceof Sense.Sized each && size == null) {
      size = each.size();
    } else if (modifier instanceof Sense.Made each && material == null) {
      material = each.material();
    }
  }

  void addAll(ThingDraft other) {
    colour = colour == null ? other.colour : colour;
    size = size == null ? other.size : size;
    material = material == null ? other.material : material;
  }

  boolean isEmpty() {
    return colour == null && size == null && material == null;
  }

  Thing named(String drawing, int count) {
    return new Thing(
        drawing,
        count,
        Optional.ofNullable(size),
        Optional.ofNullable(colour),
        Optional.ofNullable(material));
  }
}
