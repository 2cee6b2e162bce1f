/** Shared images. Start here: {@link ImageShares}. */
@NullMarked
package dev.lukis.gallery;

import org.jspecify.annotations.NullMarked;
