package dev.lukis.session;

import dev.lukis.image.ImageFormat;

/**
 * An image ready to be sent.
 *
 * @param number rises by 1 from image to image of a session, from 1
 * @param picture what it shows
 * @param format of {@code encoded}
 * @param encoded not to be written to
 * @param elapsedMillis since its revision reached the server
 */
public record OutgoingImage(
    long number, Picture picture, ImageFormat format, byte[] encoded, long elapsedMillis) {}
