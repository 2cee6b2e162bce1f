/**
 * What somebody who was cut off left behind, for when they come back. Start here: {@link
 * ResumeStore}.
 */
@NullMarked
package dev.lukis.resume;

import org.jspecify.annotations.NullMarked;
