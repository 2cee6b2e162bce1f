package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells before a download that the disk is too small for it. Stateless. */
final class DiskSpace {
  private static final double GIGABYTE = 1e9;

  private DiskSpace() {}

  /**
   * @param needed bytes that are still to be written
   * @throws ModelException when there is less space
   */
  static void require(HubReference reference, Path folder, long needed) {
    try {
      require(reference, folder, needed, Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      throw BlobFile.unusable(folder, e);
    }
  }

  static void require(HubReference reference, Path folder, long needed, long usable) {
    if (needed > usable) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: needs %.2f GB in %s, where %.2f GB are free (expected: enough space; HF_HOME or"
                  + " HF_HUB_CACHE name another disk)",
              reference,
              needed / GIGABYTE,
              folder,
              usable / GIGABYTE));
    }
  }
}
