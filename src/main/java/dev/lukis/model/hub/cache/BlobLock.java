package dev.lukis.model.hub.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two downloads of one blob apart, among the threads of this process and among processes of
 * this kind. Where a file system has no locks, only the threads are kept apart; a blob that two
 * processes mix is told by its hash.
 */
public final class BlobLock implements AutoCloseable {
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final @Nullable FileChannel channel;

  private BlobLock(ReentrantLock thread, @Nullable FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /** Waits until no other download holds it. */
  static BlobLock take(Path file) {
    ReentrantLock thread =
        THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), ignored -> new ReentrantLock());
    thread.lock();
    return new BlobLock(thread, open(file));
  }

  private static @Nullable FileChannel open(Path file) {
    FileChannel channel = null;
    try {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.lock();
      return lock.isValid() ? channel : null;
    } catch (IOException e) {
      close(channel);
      return null;
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      System.getLogger(BlobLock.class.getName())
          .log(System.Logger.Level.DEBUG, "a lock cannot be closed", e);
    }
  }

  @Override
  public void close() {
    close(channel);
    thread.unlock();
  }
}
