/** Authentication by API key. Start here: {@link ApiKeyMechanism}. */
@NullMarked
package dev.lukis.identity;

import org.jspecify.annotations.NullMarked;
