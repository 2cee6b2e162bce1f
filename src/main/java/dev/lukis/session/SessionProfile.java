package dev.lukis.session;

import dev.lukis.session.typing.DebounceTiming;
import java.time.Duration;

/**
 * What all sessions of a server have in common.
 *
 * @param debounce when edits are painted
 * @param settleAfter how long a pause is before what was typed is painted as well as possible
 * @param writeDeadline a client for which one write takes longer than this has stalled
 * @param limits what is accepted
 * @param plans how much work images get
 */
public record SessionProfile(
    DebounceTiming debounce,
    Duration settleAfter,
    Duration writeDeadline,
    SessionLimits limits,
    PlanSettings plans) {}
