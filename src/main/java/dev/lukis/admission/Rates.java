package dev.lukis.admission;

/**
 * How fast messages may come.
 *
 * @param messages in number
 * @param bytes in size
 */
public record Rates(Rate messages, Rate bytes) {}
