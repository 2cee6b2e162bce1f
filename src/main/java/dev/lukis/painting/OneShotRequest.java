package dev.lukis.painting;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;

/**
 * One image for a program.
 *
 * @param image what to paint
 * @param urgent whether it competes with drafts of people who type; otherwise it runs after them,
 *     but does not wait longer than a settle does
 * @param format of the image and its previews
 */
public record OneShotRequest(ImageSpec image, boolean urgent, ImageFormat format) {}
