/**
 * The port between what wants images and what paints them. A request goes in; headers of images
 * come out, and their encoded bytes on demand. Nothing here knows of tensors, so that painting may
 * happen in another process. Start here: {@link dev.lukis.painting.Painter}, {@link
 * dev.lukis.painting.PaintedImage}.
 */
@NullMarked
package dev.lukis.painting;

import org.jspecify.annotations.NullMarked;
