/**
 * Prompts to token ids: the tokenizer of CLIP, tokenizers of Hugging Face, and the words that a
 * model knows. Start here: {@link Tokenizer}; {@link Vocabulary}.
 */
@NullMarked
package dev.lukis.model.tokenizer;

import org.jspecify.annotations.NullMarked;
