package dev.lukis.model.tokenizer;

/**
 * A prompt as a text encoder takes it.
 *
 * @param ids token ids, padded to the model's length; not to be written to
 * @param truncated whether the prompt was longer than the model can take
 */
public record Tokens(long[] ids, boolean truncated) {}
