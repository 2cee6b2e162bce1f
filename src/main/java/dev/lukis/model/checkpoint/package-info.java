/**
 * Checkpoints of Stable Diffusion in a single file: which kind one is, and its tensors under the
 * names that diffusers gives them. Nothing is converted; names refer to the file's bytes. Start
 * here: {@link dev.lukis.model.checkpoint.Checkpoint}.
 */
@NullMarked
package dev.lukis.model.checkpoint;

import org.jspecify.annotations.NullMarked;
