/**
 * Who may come in, and how much of everybody's time each may take. Time is an argument everywhere.
 * Start here: {@link Turnstile}, {@link Allowance}.
 */
@NullMarked
package dev.lukis.admission;

import org.jspecify.annotations.NullMarked;
