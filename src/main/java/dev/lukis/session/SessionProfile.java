package dev.lukis.session;

import dev.lukis.session.typing.DebounceTiming;
import java.time.Duration;

/**
 * Settings that all sessions of a server share.
 *
 * @param debounce when edits are painted
 * @param settleAfter length of the pause after which the text is settled: painted with all steps
 * @param writeDeadline a client for which one write takes longer than this has stalled
 * @param limits of prompts and settings
 * @param plans steps and guidance of drafts and settles
 */
public record SessionProfile(
    DebounceTiming debounce,
    Duration settleAfter,
    Duration writeDeadline,
    SessionLimits limits,
    PlanSettings plans) {}
