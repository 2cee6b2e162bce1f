package dev.lukis.admission;

/**
 * Limits of what a client sends.
 *
 * @param messages in messages
 * @param bytes in bytes of message text
 */
public record Rates(Rate messages, Rate bytes) {}
