package dev.lukis.gallery;

import java.time.Instant;

/**
 * A shared image: a client that knows the token can fetch it until it expires.
 *
 * @param token cannot be guessed
 */
public record Share(String token, Instant expiresAt) {}
