/** Gates for prompts and images. Start here: {@link Safety}, {@link PromptGate}. */
@NullMarked
package dev.lukis.safety;

import org.jspecify.annotations.NullMarked;
