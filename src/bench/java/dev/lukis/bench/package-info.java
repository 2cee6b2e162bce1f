/**
 * Benchmarks against the models and a running server. Start here: {@link TypingBenchmark}, {@link
 * Screen}.
 */
@NullMarked
package dev.lukis.bench;

import org.jspecify.annotations.NullMarked;
