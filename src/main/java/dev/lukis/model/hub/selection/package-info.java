/**
 * The choice of a repository's files: what a pipeline needs, and nothing that can run code. Start
 * here: {@link FileSelection}.
 */
@NullMarked
package dev.lukis.model.hub.selection;

import org.jspecify.annotations.NullMarked;
