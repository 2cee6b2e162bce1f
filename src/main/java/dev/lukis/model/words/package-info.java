/**
 * Reads prompts in English and Indonesian by rules over word lists. Start here: {@link
 * dev.lukis.model.words.WordSceneReader}, {@link dev.lukis.model.words.SceneAssembly}.
 *
 * <ol>
 *   <li>{@link dev.lukis.model.words.PromptTokens}: the words of a prompt.
 *   <li>{@link dev.lukis.model.words.Tagger}: their meanings, longest names first, from {@link
 *       dev.lukis.model.words.Lexicon}; {@link dev.lukis.model.words.HalfWords} for the last one.
 *   <li>{@link dev.lukis.model.words.Poses}: a person who does something is one drawing.
 *   <li>{@link dev.lukis.model.words.SceneAssembly}: which colour, size and number belongs to which
 *       thing.
 * </ol>
 */
@NullMarked
package dev.lukis.model.words;

import org.jspecify.annotations.NullMarked;
