/** Metrics and traces. Start here: {@link PaintingMetrics}. */
@NullMarked
package dev.lukis.telemetry;

import org.jspecify.annotations.NullMarked;
