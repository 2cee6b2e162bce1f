/**
 * Text to picture, one denoising step at a time, so that the caller owns the loop. Start here:
 * {@link ImagePipeline}, {@link Generation}.
 */
@NullMarked
package dev.lukis.pipeline;

import org.jspecify.annotations.NullMarked;
