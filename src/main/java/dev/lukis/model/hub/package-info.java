/**
 * Models of the Hugging Face Hub: its HTTP interface, and downloads into the cache that all of its
 * clients share. Start here: {@link ModelDownloads}. The rooms below: {@code cache} (layout of the
 * cache), {@code selection} (which files of a repository are needed).
 *
 * <p>Everything that a server sends is untrusted: file names, sizes, hashes, redirects and JSON are
 * checked before they are used.
 */
@NullMarked
package dev.lukis.model.hub;

import org.jspecify.annotations.NullMarked;
