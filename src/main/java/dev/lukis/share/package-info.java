/** Finished images that people take home; start with {@link dev.lukis.share.ImageShares}. */
@NullMarked
package dev.lukis.share;

import org.jspecify.annotations.NullMarked;
