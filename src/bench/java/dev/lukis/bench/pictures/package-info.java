/**
 * Pictures for the eye: sheets of prompts, and how well steered images show their words. Start
 * here: {@link PromptSheet}.
 */
package dev.lukis.bench.pictures;
