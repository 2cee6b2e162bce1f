package dev.lukis.painting;

/**
 * What a model does with prompts.
 *
 * @param readsWeights whether weights and breaks have a meaning; else they are taken out
 * @param readsNegative whether a negative prompt has an effect under guidance
 */
public record PromptTraits(boolean readsWeights, boolean readsNegative) {}
