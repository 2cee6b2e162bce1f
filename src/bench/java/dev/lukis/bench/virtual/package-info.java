/**
 * Policies compared in virtual time: the same figures on every machine. Start here: {@link
 * PolicyBenchmark}.
 */
package dev.lukis.bench.virtual;
