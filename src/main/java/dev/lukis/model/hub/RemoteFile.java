package dev.lukis.model.hub;

import java.net.URI;

/**
 * A file at the Hub, with what its bytes have to be.
 *
 * @param path in the repository
 * @param address from which it is fetched; the Hub redirects it to where the bytes are
 * @param hash SHA-256, or git's SHA-1
 * @param size in bytes
 */
record RemoteFile(String path, URI address, String hash, long size) {}
