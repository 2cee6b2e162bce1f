package dev.lukis.model.sketch;

import dev.lukis.model.scene.Thing.Material;
import dev.lukis.model.scene.ThingColour;
import java.util.Optional;

/**
 * How a thing is drawn. Immutable.
 *
 * @param flipped whether left and right are exchanged
 */
record Look(
    Drawings.Entry entry,
    Optional<ThingColour> colour,
    Optional<Material> material,
    boolean flipped) {}
