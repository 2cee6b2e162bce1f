/**
 * Commands that open no port: {@code check} looks at a model, {@code pull} fetches one from the
 * Hub, {@code models} lists those that were fetched. Start here: {@link ModelCheck}, {@link
 * PullCommand}.
 */
@NullMarked
package dev.lukis.cli;

import org.jspecify.annotations.NullMarked;
