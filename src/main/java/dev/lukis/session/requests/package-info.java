/**
 * A session's requests by sequence number: which are open, cancelled or answered from the cache. No
 * clock, no threads. Start here: {@link PaintingRequests}.
 */
@NullMarked
package dev.lukis.session.requests;

import org.jspecify.annotations.NullMarked;
