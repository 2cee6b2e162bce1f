/** What is not painted and what is not shown. Start here: {@link Safety}, {@link PromptGate}. */
@NullMarked
package dev.lukis.safety;

import org.jspecify.annotations.NullMarked;
