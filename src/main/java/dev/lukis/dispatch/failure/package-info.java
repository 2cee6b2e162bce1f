/** How failed generations are logged. */
@NullMarked
package dev.lukis.dispatch.failure;

import org.jspecify.annotations.NullMarked;
