package dev.lukis.model.hub;

import java.util.List;
import java.util.function.LongConsumer;

/** Adds up the progress of the files of one download. For one thread. */
final class FetchTotal {
  private final String repository;
  private final long total;
  private final FetchListener listener;

  // Mutable state
  private long finished;

  FetchTotal(String repository, List<RemoteFile> files, FetchListener listener) {
    this.repository = repository;
    this.total = files.stream().mapToLong(RemoteFile::size).sum();
    this.listener = listener;
  }

  /** Takes how many bytes of a file are on disk. */
  LongConsumer of(RemoteFile file) {
    return bytes -> tell(file, finished + bytes);
  }

  void finished(RemoteFile file) {
    finished += file.size();
    tell(file, finished);
  }

  private void tell(RemoteFile file, long done) {
    listener.progress(new FetchProgress(repository, file.path(), done, total));
  }
}
