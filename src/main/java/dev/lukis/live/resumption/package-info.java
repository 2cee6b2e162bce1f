/**
 * Resumption of sessions whose connection was lost: tokens, the connections that hold a session,
 * and the store. Start here: {@link SessionDirectory}.
 */
@NullMarked
package dev.lukis.live.resumption;

import org.jspecify.annotations.NullMarked;
