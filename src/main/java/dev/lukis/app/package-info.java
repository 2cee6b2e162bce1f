/** Start-up, the loaded model and health. Start here: {@link Main}, {@link ModelStartup}. */
@NullMarked
package dev.lukis.app;

import org.jspecify.annotations.NullMarked;
