package dev.lukis.session;

import java.time.Duration;

/**
 * What all sessions of a server have in common.
 *
 * @param debounce when edits are painted
 * @param settleAfter how long a pause is before what was typed is painted as well as possible
 * @param limits what is accepted
 * @param paints how much work images get
 */
public record SessionProfile(
    DebounceTiming debounce, Duration settleAfter, SessionLimits limits, Paints paints) {}
