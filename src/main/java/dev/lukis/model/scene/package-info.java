/**
 * What a prompt shows: the place, the hour, the things. Start here: {@link
 * dev.lukis.model.scene.Scene}.
 */
@NullMarked
package dev.lukis.model.scene;

import org.jspecify.annotations.NullMarked;
