/**
 * How well prompts are read: nouns with a picture, and half words that show a wrong one. Start
 * here: {@link WordsBenchmark}.
 */
@NullMarked
package dev.lukis.bench.words;

import org.jspecify.annotations.NullMarked;
