/**
 * Noise schedulers, one file each, immutable; names and parameters as in Hugging Face diffusers.
 * Start here: {@link Scheduler}, {@link Schedule}.
 */
@NullMarked
package dev.lukis.scheduler;

import org.jspecify.annotations.NullMarked;
