package dev.lukis.session;

import java.util.List;

/**
 * A remark on a prompt that is painted nevertheless.
 *
 * @param revision of the prompt
 * @param code stable, in kebab-case
 * @param message in English
 * @param words that the remark is about, or empty
 */
public record Notice(long revision, String code, String message, List<String> words) {}
