package dev.lukis.model.hub;

/**
 * One snapshot that the cache holds.
 *
 * @param repository {@code org/name}
 * @param revision names of the commit, and its first digits
 * @param kind what it is, in words: the class of a pipeline, or {@code component}, {@code file}
 * @param bytes of its files
 * @param complete whether all that painting needs is there
 * @param hashes whether the bytes have the hashes that the Hub told; empty if that was not checked
 * @param remark why it cannot be used, or that a download is under way; may be empty
 */
public record ListedModel(
    String repository,
    String revision,
    String kind,
    long bytes,
    boolean complete,
    String hashes,
    String remark) {}
