/**
 * The files of a model: its directory, its JSON files, and the check of the memory that its weights
 * need. Start here: {@link ModelDirectory}; {@link ModelException} for every refusal.
 */
@NullMarked
package dev.lukis.model.files;

import org.jspecify.annotations.NullMarked;
