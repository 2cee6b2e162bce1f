/** The page and shared images over HTTP. Start here: {@link ShareRoutes}. */
@NullMarked
package dev.lukis.http;

import org.jspecify.annotations.NullMarked;
