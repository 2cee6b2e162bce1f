/**
 * Who may come in, and how much of everybody's time each may take. Time is an argument everywhere.
 * Start here: {@link AdmissionQueue}, {@link RateLimiter}.
 */
@NullMarked
package dev.lukis.admission;

import org.jspecify.annotations.NullMarked;
