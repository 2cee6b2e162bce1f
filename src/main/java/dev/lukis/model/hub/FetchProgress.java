package dev.lukis.model.hub;

/**
 * How far a download is.
 *
 * @param repository {@code org/name}
 * @param file that is being fetched, by its path in the repository
 * @param done bytes on disk, of all files of this download
 * @param total bytes of all files of this download
 */
public record FetchProgress(String repository, String file, long done, long total) {
  private static final long PERCENT = 100;

  /** From 0 to 100; 100 only once everything is there. */
  public int percent() {
    return total == 0 ? (int) PERCENT : (int) (done / (double) total * PERCENT);
  }
}
