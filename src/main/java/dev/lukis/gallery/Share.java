package dev.lukis.gallery;

import java.time.Instant;

/**
 * An image that whoever knows the token can fetch for a while.
 *
 * @param token cannot be guessed
 */
public record Share(String token, Instant expiresAt) {}
