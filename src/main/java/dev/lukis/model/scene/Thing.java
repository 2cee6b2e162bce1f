package dev.lukis.model.scene;

import java.util.Optional;

/**
 * One kind of thing in a scene.
 *
 * @param name the name of its drawings, such as {@code hot air balloon}
 * @param count 1 to 12
 * @param size empty if the prompt says none
 * @param colour a name of {@link ThingColour}; empty for the drawing's own colours
 * @param material empty if the prompt says none
 */
public record Thing(
    String name,
    int count,
    Optional<Size> size,
    Optional<ThingColour> colour,
    Optional<Material> material) {
  private static final int MOST = 12;

  public Thing {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count: " + count + " (expected: 1 to " + MOST + ")");
    }
  }

  /** The size among the sizes of its kind. */
  public enum Size {
    SMALL,
    BIG
  }

  /** What a thing is made of, shown as texture. */
  public enum Material {
    WOOD,
    METAL,
    GOLD,
    STONE,
    GLASS,
    WOOL
  }
}
