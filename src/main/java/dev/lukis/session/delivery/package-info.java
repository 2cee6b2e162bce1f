/**
 * Rules by which images leave a session: which of them wait, how many may be unacknowledged, how
 * stale they are. Pure; time is an argument.
 */
@NullMarked
package dev.lukis.session.delivery;

import org.jspecify.annotations.NullMarked;
