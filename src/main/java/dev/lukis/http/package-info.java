/**
 * HTTP routes of the page and of shared images. Start here: {@link PageRoute}, {@link ShareRoutes}.
 */
@NullMarked
package dev.lukis.http;

import org.jspecify.annotations.NullMarked;
