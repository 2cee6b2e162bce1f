package dev.lukis.model.hub.cache;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The root of the cache: a folder for each repository. Thread-safe, also among processes.
 *
 * @param root that {@code HF_HUB_CACHE} names
 * @param links whether snapshots may be made of symbolic links
 */
public record HubCache(Path root, boolean links) {
  private static final String PREFIX = "models--";
  private static final Pattern FOLDER =
      Pattern.compile(PREFIX + "([A-Za-z0-9._-]+?)--([A-Za-z0-9._-]+)");

  /**
   * The tag by which backup programs recognise a cache, of the Cache Directory Tagging standard.
   */
  private static final String TAG =
      "Signature: 8a477f597d28d172789f06886806bc55\n"
          + "# This folder is a cache of the Hugging Face Hub.\n";

  public CachedRepository repository(String repository) {
    String folder = PREFIX + repository.replace("/", "--");
    return new CachedRepository(
        repository, root.resolve(folder), root.resolve(".locks").resolve(folder), links);
  }

  /** The repositories that have a folder, by name. */
  public List<CachedRepository> repositories() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> FOLDER.matcher(String.valueOf(folder.getFileName())))
          .filter(Matcher::matches)
          .map(name -> name.group(1) + "/" + name.group(2))
          .sorted()
          .map(this::repository)
          .toList();
    } catch (IOException e) {
      throw new ModelException(root + ": cannot be read (expected: the cache of the Hub)", e);
    }
  }

  /** The repository that a directory is a snapshot of, if it lies in such a cache. */
  public static Optional<String> repositoryOf(Path directory) {
    for (Path each = directory.toAbsolutePath().normalize();
        each != null && each.getFileName() != null;
        each = each.getParent()) {
      Matcher name = FOLDER.matcher(each.getFileName().toString());
      if (name.matches()) {
        return Optional.of(name.group(1) + "/" + name.group(2));
      }
    }
    return Optional.empty();
  }

  /**
   * Makes the folder where it is missing.
   *
   * @throws ModelException when that fails; the message says what to change
   */
  public void create() {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  static ModelException unusable(Path path, IOException failure) {
    return new ModelException(
        path
            + ": cannot be written (expected: a writable folder; HF_HOME or HF_HUB_CACHE name"
            + " another): "
            + failure.getClass().getSimpleName(),
        failure);
  }
}
