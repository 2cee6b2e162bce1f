/**
 * Model families: how the prompts of a kind of model become conditioning, and which inputs its
 * denoiser has. Start here: {@link ModelFamily}.
 */
@NullMarked
package dev.lukis.model.family;

import org.jspecify.annotations.NullMarked;
