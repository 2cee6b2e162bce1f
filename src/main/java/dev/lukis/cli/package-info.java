/** The command {@code check}: a look at a model's directory. Start here: {@link ModelCheck}. */
@NullMarked
package dev.lukis.cli;

import org.jspecify.annotations.NullMarked;
