/**
 * Text of prompts before a model, a safety gate or a notice reads it. Start here: {@link
 * TextNormalizer}, {@link PromptSyntax}.
 */
@NullMarked
package dev.lukis.text;

import org.jspecify.annotations.NullMarked;
