/**
 * Rules for sending a session's images: which images wait, how many may be unacknowledged, how
 * stale they are. Pure; time is an argument.
 */
@NullMarked
package dev.lukis.session.delivery;

import org.jspecify.annotations.NullMarked;
