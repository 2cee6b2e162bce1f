package dev.lukis.model.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The temporary folder of this process, {@code <java.io.tmpdir>/lukis-<user>/<process>}, for native
 * libraries and unpacked models. It is deleted when the process ends. A killed process leaves its
 * folder behind; the next process to start deletes it. A lock, which ends with its process, tells
 * which folders are in use. Thread-safe.
 */
public final class TemporaryFolder {
  private static final String LOCK = "lock";

  // Mutable state
  private static @org.jspecify.annotations.Nullable TemporaryFolder ofThisProcess;

  private final Path path;
  private final FileChannel channel;

  private TemporaryFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * The folder of this process; made at the first call.
   *
   * @throws ModelException when it cannot be made; the message names {@code java.io.tmpdir}
   */
  public static synchronized Path ofThisProcess() {
    if (ofThisProcess == null) {
      TemporaryFolder folder = open(base());
      Runtime.getRuntime().addShutdownHook(new Thread(folder::delete, "lukis-temporary-folder"));
      ofThisProcess = folder;
    }
    return ofThisProcess.path;
  }

  private static Path base() {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "lukis-" + user);
  }

  /** Whether a folder is one of this product's. */
  public static boolean isOurs(Path folder) {
    return folder.startsWith(base());
  }

  /** A message for a failure of the temporary folder. */
  public static ModelException unusable(Throwable cause) {
    return new ModelException(
        "java.io.tmpdir: "
            + System.getProperty("java.io.tmpdir")
            + " (expected: a writable folder that native libraries can be loaded from, not mounted"
            + " noexec, with 100 MB free): "
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
        cause);
  }

  /** Deletes the folders of processes that have ended, then makes one and locks it. */
  static TemporaryFolder open(Path base) {
    try {
      if (!Files.isDirectory(base)) {
        Files.createDirectory(base);
      }
      // Held so that no other process takes the new folder for abandoned before it is locked.
      try (FileChannel door = channel(base.resolve(LOCK));
          FileLock entered = door.lock()) {
        deleteAbandoned(base);
        Path path = Files.createTempDirectory(base, ProcessHandle.current().pid() + "-");
        requireSameOwner(base, path);
        FileChannel channel = channel(path.resolve(LOCK));
        if (channel.tryLock() == null) {
          throw new IOException(path + " is locked by another process");
        }
        return new TemporaryFolder(path, channel);
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw unusable(e);
    }
  }

  // Where all may write, another user could have made the folder to slip in libraries.
  private static void requireSameOwner(Path base, Path own) throws IOException {
    if (!Files.getOwner(base).equals(Files.getOwner(own))) {
      throw new IOException(base + " belongs to " + Files.getOwner(base));
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void deleteAbandoned(Path base) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(base)) {
      folders = children.filter(Files::isDirectory).toList();
    }
    for (Path folder : folders) {
      if (abandoned(folder)) {
        delete(folder);
      }
    }
  }

  private static boolean abandoned(Path folder) {
    try (FileChannel channel = channel(folder.resolve(LOCK));
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /** Deletes a folder and what is in it, as far as that is possible. */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // Another process may be deleting it too; the next start tries again.
      System.getLogger(TemporaryFolder.class.getName())
          .log(System.Logger.Level.DEBUG, folder + ": cannot be deleted", e);
    }
  }

  Path path() {
    return path;
  }

  /** Gives the folder up, as the end of the process does. */
  void release() throws IOException {
    channel.close();
  }

  private void delete() {
    delete(path);
  }
}
