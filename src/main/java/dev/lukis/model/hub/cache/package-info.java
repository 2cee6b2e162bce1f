/**
 * The cache of the Hub's clients on disk, in the layout of {@code huggingface_hub}: blobs by hash,
 * and snapshots of links to them. Start here: {@link HubCache}.
 */
@NullMarked
package dev.lukis.model.hub.cache;

import org.jspecify.annotations.NullMarked;
