/**
 * Admission of connections, and limits of what each sends. Time is an argument everywhere. Start
 * here: {@link AdmissionQueue}, {@link RateLimiter}.
 */
@NullMarked
package dev.lukis.admission;

import org.jspecify.annotations.NullMarked;
