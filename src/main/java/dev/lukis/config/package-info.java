/** Settings and their checks. Start here: {@link LukisConfig}. */
@NullMarked
package dev.lukis.config;

import org.jspecify.annotations.NullMarked;
