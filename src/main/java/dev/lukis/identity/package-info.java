/** Who somebody is. Start here: {@link ApiKeys}. */
@NullMarked
package dev.lukis.identity;

import org.jspecify.annotations.NullMarked;
