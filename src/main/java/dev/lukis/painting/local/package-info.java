/**
 * Painting in this process: requests go to the dispatchers, and images are judged and encoded when
 * they are fetched. Start here: {@link dev.lukis.painting.local.LocalPainter}, {@link
 * dev.lukis.painting.local.ImageEncoder}.
 */
@NullMarked
package dev.lukis.painting.local;

import org.jspecify.annotations.NullMarked;
