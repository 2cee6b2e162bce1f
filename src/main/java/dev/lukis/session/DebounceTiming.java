package dev.lukis.session;

import java.time.Duration;

/**
 * When edits are painted.
 *
 * @param quiet an edit is painted after this long without another
 * @param maxWait and at the latest after this long, however fast the typing
 * @param idle the first edit after this long without any is painted at once
 */
public record DebounceTiming(Duration quiet, Duration maxWait, Duration idle) {}
