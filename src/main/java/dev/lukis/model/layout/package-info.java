/**
 * Layouts of a model's directory: where the graphs and configurations of its parts come from. Start
 * here: {@link dev.lukis.model.layout.ModelLayout}.
 */
@NullMarked
package dev.lukis.model.layout;

import org.jspecify.annotations.NullMarked;
