/**
 * Chooses the generations that take part in the next denoising step. One thread per device looks at
 * every mailbox before every step, so that typed words take effect within one step. Start here:
 * {@link Dispatcher}, {@link DenoisingLoop}.
 */
@NullMarked
package dev.lukis.dispatch;

import org.jspecify.annotations.NullMarked;
