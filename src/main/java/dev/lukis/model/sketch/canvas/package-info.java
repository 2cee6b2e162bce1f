/**
 * Antialiased shapes on a picture, and seeded choices. Start here: {@link
 * dev.lukis.model.sketch.canvas.Canvas}.
 */
@NullMarked
package dev.lukis.model.sketch.canvas;

import org.jspecify.annotations.NullMarked;
