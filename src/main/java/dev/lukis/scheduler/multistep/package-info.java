/**
 * Schedulers that look back at earlier answers of the model, one file each. Start here: {@link
 * DpmSolverMultistepScheduler}, {@link MultistepLevels}.
 */
@NullMarked
package dev.lukis.scheduler.multistep;

import org.jspecify.annotations.NullMarked;
