/** Bookkeeping of a session's requests by sequence number. Pure; no clock, no threads. */
@NullMarked
package dev.lukis.session.requests;

import org.jspecify.annotations.NullMarked;
