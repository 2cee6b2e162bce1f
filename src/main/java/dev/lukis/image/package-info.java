/** Pixels to encoded images. Start here: {@link ImageFormat}. */
@NullMarked
package dev.lukis.image;

import org.jspecify.annotations.NullMarked;
