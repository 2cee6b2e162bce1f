package dev.lukis.model.words;

/**
 * A meaning that was found for one or more words.
 *
 * @param plural whether the words say more than one without a number
 */
record Match(Meaning meaning, Language language, boolean plural) {}
