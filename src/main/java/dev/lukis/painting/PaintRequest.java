package dev.lukis.painting;

import dev.lukis.image.ImageSpec;

/**
 * A request for one image.
 *
 * @param sequence identity of the request within its channel; rises from request to request
 * @param revision the client's number of the edit; a draft and its settle share one
 * @param plan why the image is made
 * @param image what to paint
 * @param receivedAtNanos when the edit reached the server; for metrics only
 */
public record PaintRequest(
    long sequence, long revision, Plan plan, ImageSpec image, long receivedAtNanos) {}
