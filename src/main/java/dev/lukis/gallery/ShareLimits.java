package dev.lukis.gallery;

import java.time.Duration;

/**
 * Limits of sharing.
 *
 * @param keptBytes upper bound of the final images that can be shared, of all sessions
 * @param sharedBytes upper bound of the shared images
 * @param lifetime of a share
 * @param sharesPerSession upper bound of the shares of one session
 */
public record ShareLimits(
    long keptBytes, long sharedBytes, Duration lifetime, int sharesPerSession) {}
