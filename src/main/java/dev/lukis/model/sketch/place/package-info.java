/**
 * Places: layered backgrounds that vary by seed. Start here: {@link
 * dev.lukis.model.sketch.place.Places}.
 */
@NullMarked
package dev.lukis.model.sketch.place;

import org.jspecify.annotations.NullMarked;
