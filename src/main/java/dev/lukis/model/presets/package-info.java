/**
 * Settings that suit typing, for well-known repositories of the Hub. Start here: {@link Presets}.
 */
@NullMarked
package dev.lukis.model.presets;

import org.jspecify.annotations.NullMarked;
