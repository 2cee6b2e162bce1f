package dev.lukis.model.hub.cache;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One repository in the cache: {@code blobs/} by hash, {@code snapshots/<commit>/} with the files
 * by name, {@code refs/} with the commit of each branch. Thread-safe, also among processes: every
 * file appears whole, by an atomic rename.
 */
public final class CachedRepository {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final int LONGEST_REF = 100;

  private final String name;
  private final Path folder;
  private final Path locks;
  private final boolean links;

  CachedRepository(String name, Path folder, Path locks, boolean links) {
    this.name = name;
    this.folder = folder;
    this.locks = locks;
    this.links = links;
  }

  /** {@code org/name}. */
  public String name() {
    return name;
  }

  /** The commit of a revision, if it is known here. */
  public Optional<String> commit(String revision) {
    if (COMMIT.matcher(revision).matches()) {
      return Optional.of(revision);
    }
    return readRef(folder.resolve("refs").resolve(revision));
  }

  private static Optional<String> readRef(Path ref) {
    try {
      if (!Files.isRegularFile(ref) || Files.size(ref) > LONGEST_REF) {
        return Optional.empty();
      }
      String commit = Files.readString(ref, StandardCharsets.ISO_8859_1).strip();
      return Optional.of(commit).filter(each -> COMMIT.matcher(each).matches());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The revisions that have a name here, with their commits. */
  public Map<String, String> refs() {
    Path refs = folder.resolve("refs");
    Map<String, String> commits = new TreeMap<>();
    for (Path ref : files(refs)) {
      readRef(ref).ifPresent(commit -> commits.put(SnapshotFiles.path(refs, ref), commit));
    }
    return commits;
  }

  /** The commits that have a snapshot here. */
  public List<String> commits() {
    Path snapshots = folder.resolve("snapshots");
    if (!Files.isDirectory(snapshots)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(snapshots)) {
      return children
          .filter(Files::isDirectory)
          .map(child -> String.valueOf(child.getFileName()))
          .filter(commit -> COMMIT.matcher(commit).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw HubCache.unusable(snapshots, e);
    }
  }

  /** The folder of a commit; it need not exist. */
  public Path snapshot(String commit) {
    return folder.resolve("snapshots").resolve(commit);
  }

  /** Where the bytes of a file belong. */
  public Path blob(String hash) {
    return folder.resolve("blobs").resolve(hash);
  }

  /** Where bytes are collected before they are whole. */
  public Path incomplete(String hash) {
    return folder.resolve("blobs").resolve(hash + ".lukis.incomplete");
  }

  /** Where older clients of the Hub collect theirs. */
  public Path incompleteOfOthers(String hash) {
    return folder.resolve("blobs").resolve(hash + ".incomplete");
  }

  /** Held while a blob is fetched. */
  public BlobLock lock(String hash) {
    return BlobLock.take(locks.resolve(hash + ".lock"));
  }

  /**
   * Lets a snapshot have a file: by a relative link to its blob or, where links are not possible,
   * by moving the blob there.
   */
  public void place(String commit, String path, String hash) {
    Path file = snapshot(commit).resolve(path);
    Path parent = Objects.requireNonNull(file.getParent(), "a snapshot has a parent");
    try {
      Files.createDirectories(parent);
      Path link = file.resolveSibling(file.getFileName() + temporarySuffix());
      if (links && link(link, parent.relativize(blob(hash)))) {
        Files.move(link, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        moveOrCopy(blob(hash), link);
        Files.move(link, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw HubCache.unusable(file, e);
    }
  }

  // Newer clients make a blob a link to a store that all repositories share.
  private static void moveOrCopy(Path blob, Path file) throws IOException {
    if (Files.isSymbolicLink(blob)) {
      Files.copy(blob, file);
    } else {
      Files.move(blob, file);
    }
  }

  private static boolean link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Remembers the commit of a branch or tag. */
  public void writeRef(String revision, String commit) {
    if (!COMMIT.matcher(revision).matches()) {
      write(folder.resolve("refs").resolve(revision), commit);
    }
  }

  /** Remembers that a commit lacks a file, as other clients ask before they ask the Hub. */
  public void writeMissing(String commit, String path) {
    write(folder.resolve(".no_exist").resolve(commit).resolve(path), "");
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Path temporary = file.resolveSibling(file.getFileName() + temporarySuffix());
      Files.writeString(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw HubCache.unusable(file, e);
    }
  }

  private static String temporarySuffix() {
    return "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp";
  }

  /**
   * Makes the folders of the repository.
   *
   * @throws ModelException when that fails
   */
  public void create() {
    try {
      Files.createDirectories(folder.resolve("blobs"));
      Files.createDirectories(folder.resolve("snapshots"));
    } catch (IOException e) {
      throw HubCache.unusable(folder, e);
    }
  }

  /** The bytes that the repository takes on disk, whole or not. */
  public long bytes() {
    long sum = 0;
    for (Path file : files(folder)) {
      try {
        sum += Files.isSymbolicLink(file) ? 0 : Files.size(file);
      } catch (IOException e) {
        // Another process has renamed it.
      }
    }
    return sum;
  }

  /** Whether a download has begun and not ended. */
  public boolean hasIncomplete() {
    return files(folder.resolve("blobs")).stream()
        .anyMatch(file -> file.toString().endsWith(".incomplete"));
  }

  private static List<Path> files(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(
              file ->
                  Files.isSymbolicLink(file)
                      || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }
}
