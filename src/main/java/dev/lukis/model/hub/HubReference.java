package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of the Hub, as people write it: {@code org/name[@revision][:file]}.
 *
 * @param repository {@code org/name}
 * @param revision a branch, a tag, {@code refs/pr/N} or a commit
 * @param file one file of the repository, by its path; empty for all that a model needs
 */
public record HubReference(String repository, String revision, Optional<String> file) {
  static final String DEFAULT_REVISION = "main";

  private static final int LONGEST = 96;
  private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?";
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(" + NAME + "/" + NAME + ")(?:@([A-Za-z0-9][A-Za-z0-9._/+-]{0,199}))?(?::(.{1,500}))?");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  /** The main branch of a repository. */
  public static HubReference of(String repository) {
    return parse(repository)
        .orElseThrow(() -> new ModelException(repository + " (expected: org/name[@revision])"));
  }

  /**
   * Reads the location of a model. A file or directory that exists is none of the Hub's.
   *
   * @return empty if it is no reference
   */
  public static Optional<HubReference> parse(String location) {
    Matcher matcher = SYNTAX.matcher(location);
    if (!matcher.matches() || exists(location)) {
      return Optional.empty();
    }
    String repository = matcher.group(1);
    String revision = Optional.ofNullable(matcher.group(2)).orElse(DEFAULT_REVISION);
    boolean possible =
        repository.length() <= LONGEST
            && !repository.contains("--")
            && !repository.contains("..")
            && !repository.endsWith(".git")
            && isRevision(revision);
    return possible
        ? Optional.of(new HubReference(repository, revision, Optional.ofNullable(matcher.group(3))))
        : Optional.empty();
  }

  private static boolean isRevision(String revision) {
    return !revision.contains("..") && !revision.contains("//") && !revision.endsWith("/");
  }

  private static boolean exists(String location) {
    try {
      return Files.exists(Path.of(location));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether the revision is a commit, which never changes. */
  public boolean isCommit() {
    return isCommit(revision);
  }

  static boolean isCommit(String revision) {
    return COMMIT.matcher(revision).matches();
  }

  /** As it is written, without what is understood anyway. */
  @Override
  public String toString() {
    return repository
        + (revision.equals(DEFAULT_REVISION) ? "" : "@" + revision)
        + file.map(each -> ":" + each).orElse("");
  }
}
