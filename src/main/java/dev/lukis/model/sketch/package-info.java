/**
 * The sketch that an image is painted over: a place with drawings of things in it, and the
 * conditioning that is made of it. Start here: {@link dev.lukis.model.sketch.Composer}.
 */
@NullMarked
package dev.lukis.model.sketch;

import org.jspecify.annotations.NullMarked;
