/**
 * Noise schedulers, one file each, immutable; names and parameters as in Hugging Face diffusers.
 * Those that look back at earlier answers are in {@code multistep}, noise levels in {@code noise}.
 * Start here: {@link Scheduler}, {@link Schedule}.
 */
@NullMarked
package dev.lukis.scheduler;

import org.jspecify.annotations.NullMarked;
