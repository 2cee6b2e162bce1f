/** Finished images that people take home; start with {@link dev.lukis.gallery.ImageShares}. */
@NullMarked
package dev.lukis.gallery;

import org.jspecify.annotations.NullMarked;
