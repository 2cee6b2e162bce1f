package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.BlobHash;
import dev.lukis.model.hub.cache.BlobLock;
import dev.lukis.model.hub.cache.CachedRepository;
import dev.lukis.model.hub.cache.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;

/**
 * Fetches one blob into the cache. What an interrupted download has left is continued. The bytes
 * are hashed while they are written, and the blob gets its name only once the hash is right. For
 * one thread.
 */
final class FileDownload {
  static final int RANGE_PAST_END = 416;

  private static final int ATTEMPTS = 2;

  private final HubClient client;
  private final Retries retries;
  private final CachedRepository cache;
  private final HubReference reference;
  private final FetchListener listener;

  FileDownload(
      HubClient client,
      Retries retries,
      CachedRepository cache,
      HubReference reference,
      FetchListener listener) {
    this.client = client;
    this.retries = retries;
    this.cache = cache;
    this.reference = reference;
    this.listener = listener;
  }

  /** The bytes of a file that an earlier download has left. */
  static long present(CachedRepository cache, RemoteFile file) {
    long own = SnapshotFiles.size(cache.incomplete(file.hash()));
    return Math.max(0, Math.max(own, SnapshotFiles.size(cache.incompleteOfOthers(file.hash()))));
  }

  /**
   * @param done hears how many bytes of this file are on disk
   * @throws ModelException when it cannot be fetched
   */
  void fetch(RemoteFile file, LongConsumer done) {
    Path blob = cache.blob(file.hash());
    try (BlobLock ignored = cache.lock(file.hash())) {
      if (SnapshotFiles.size(blob) == file.size()) {
        return; // Another process was faster.
      }
      Path incomplete = cache.incomplete(file.hash());
      adopt(cache.incompleteOfOthers(file.hash()), incomplete);
      for (int attempt = 1; !isRight(file, incomplete, done); attempt++) {
        Files.delete(incomplete);
        if (attempt == ATTEMPTS) {
          throw HubFailures.malformed(
              what(file),
              "its hash is wrong, twice; it was deleted",
              file.hash() + ", from an undisturbed connection or another HF_ENDPOINT");
        }
        listener.message(what(file) + ": its hash is wrong; it was deleted and is fetched again");
      }
      Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw BlobFile.unusable(blob, e);
    }
  }

  private String what(RemoteFile file) {
    return reference + ": " + file.path();
  }

  // A copy, since its owner may still append to it.
  private static void adopt(Path others, Path incomplete) throws IOException {
    if (Files.isRegularFile(others) && !Files.exists(incomplete)) {
      Files.copy(others, incomplete);
    }
  }

  private boolean isRight(RemoteFile file, Path incomplete, LongConsumer done) {
    try (BlobFile blob =
        BlobFile.open(incomplete, new BlobHash(file.hash(), file.size()), file.size())) {
      done.accept(blob.length());
      int failures = 0;
      while (!blob.isWhole()) {
        long before = blob.length();
        try {
          transfer(file, blob, done);
          if (!blob.isWhole()) {
            throw new IOException("it ended after " + blob.length() + " of " + file.size());
          }
        } catch (IOException e) {
          failures = blob.length() > before ? 0 : failures;
          retries.waitAfter(failures++, what(file), e);
        }
      }
      return blob.hashMatches();
    }
  }

  private void transfer(RemoteFile file, BlobFile blob, LongConsumer done) throws IOException {
    try (HubAnswer answer = client.open(reference, file, blob.length())) {
      if (!continues(answer, blob.length())) {
        blob.restart();
        done.accept(0);
      }
      if (answer.status() == RANGE_PAST_END) {
        throw new IOException("status " + answer.status());
      }
      blob.append(answer.body(), done);
    }
  }

  // A server that ignores the range sends the whole file with status 200.
  private static boolean continues(HubAnswer answer, long length) {
    return length == 0
        ? answer.status() != 206 || starts(answer, 0)
        : answer.status() == 206 && starts(answer, length);
  }

  private static boolean starts(HubAnswer answer, long offset) {
    return answer
        .header("Content-Range")
        .filter(range -> range.startsWith("bytes " + offset + "-"))
        .isPresent();
  }
}
