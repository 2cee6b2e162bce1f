package dev.lukis.gallery;

import dev.lukis.image.ImageFormat;

/**
 * An image as it is sent.
 *
 * @param bytes not to be written to
 */
public record EncodedImage(ImageFormat format, byte[] bytes) {}
