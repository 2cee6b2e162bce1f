package dev.lukis.session;

import java.util.List;

/**
 * Something a person should know of their prompt; it was painted all the same.
 *
 * @param revision of the prompt
 * @param code stable, in kebab-case
 * @param message in English
 * @param words what it is about, or empty
 */
public record Notice(long revision, String code, String message, List<String> words) {}
