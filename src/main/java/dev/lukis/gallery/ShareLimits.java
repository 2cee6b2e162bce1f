package dev.lukis.gallery;

import java.time.Duration;

/**
 * What sharing may cost.
 *
 * @param keptBytes of final images that could be shared, of all sessions
 * @param sharedBytes of shared images
 * @param lifetime of a share
 * @param sharesPerSession at most
 */
public record ShareLimits(
    long keptBytes, long sharedBytes, Duration lifetime, int sharesPerSession) {}
