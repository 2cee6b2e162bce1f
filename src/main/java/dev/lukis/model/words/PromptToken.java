package dev.lukis.model.words;

/**
 * A word of a prompt.
 *
 * @param text in lower case without accents
 * @param typed in lower case, as it is reported
 * @param hyphened whether only a hyphen is between it and the word before
 * @param starts whether it starts a clause: a sign such as a comma is before it
 * @param half whether more letters may follow
 * @param owner whether the sign of possession is behind it
 */
record PromptToken(
    String text, String typed, boolean hyphened, boolean starts, boolean half, boolean owner) {}
