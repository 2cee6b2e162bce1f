package dev.lukis.model.hub;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.SnapshotFiles;
import dev.lukis.model.hub.selection.FileSelection;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.model.hub.selection.Purpose;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A snapshot that lies in the cache, seen as a model. Stateless. */
final class CachedModel {
  private CachedModel() {}

  /** Its place on disk, if all that is needed is there. */
  static Optional<Path> location(
      Purpose purpose, HubReference reference, Path snapshot, Precision precision) {
    try {
      return Optional.of(
          select(purpose, reference.repository(), reference.file(), snapshot, precision)
              .location(snapshot));
    } catch (ModelException e) {
      // Incomplete: the Hub, or the list of models, says what is missing.
      return Optional.empty();
    }
  }

  /**
   * Chooses among the files that are there.
   *
   * @throws ModelException when one is missing
   */
  static FileSelection select(
      Purpose purpose, String name, Optional<String> asked, Path snapshot, Precision precision) {
    List<String> files = SnapshotFiles.list(snapshot);
    Optional<JsonObject> index =
        purpose == Purpose.MODEL && files.contains(FileSelection.INDEX) && asked.isEmpty()
            ? Optional.of(
                JsonObject.read(
                    name + ": " + FileSelection.INDEX, snapshot.resolve(FileSelection.INDEX)))
            : Optional.empty();
    return FileSelection.choose(purpose, name, asked, files, index, precision);
  }
}
