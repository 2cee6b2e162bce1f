package dev.lukis.model.hub;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.CachedRepository;
import dev.lukis.model.hub.cache.HubCache;
import dev.lukis.model.hub.cache.SnapshotFiles;
import dev.lukis.model.hub.selection.FileSelection;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.model.hub.selection.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings repositories of the Hub to this disk. Blocking; for one thread, but several processes may
 * use the same cache.
 */
public final class ModelDownloads {
  private static final long LARGEST_DESCRIPTION = 64L << 20;

  private final HubSettings settings;
  private final HubCache cache;
  private final HubClient client;
  private final Retries retries;
  private final FetchListener listener;

  public ModelDownloads(HubSettings settings, FetchListener listener) {
    this(settings, listener, duration -> Thread.sleep(duration.toMillis()));
  }

  ModelDownloads(HubSettings settings, FetchListener listener, Retries.Pause pause) {
    this.settings = settings;
    this.cache = new HubCache(settings.cache(), settings.links());
    this.retries = new Retries(pause, listener);
    this.client = new HubClient(settings, retries);
    this.listener = listener;
  }

  /**
   * The model's place on disk. What the cache has whole is used without any request; anything else
   * is fetched.
   *
   * @return the directory of a pipeline or a component, or one file
   * @throws ModelException when it cannot be fetched; the message has the way out
   */
  public Path locate(HubReference reference, Precision precision) {
    return locate(Purpose.MODEL, reference, precision);
  }

  /** The same of a part of a model. */
  public Path locate(Purpose purpose, HubReference reference, Precision precision) {
    Optional<Path> present = cached(purpose, reference, precision);
    return present.isPresent() ? present.get() : fetch(purpose, reference, precision);
  }

  /** The model's place on disk, if all that is needed of it is there. Sends no request. */
  public Optional<Path> cached(HubReference reference, Precision precision) {
    return cached(Purpose.MODEL, reference, precision);
  }

  private Optional<Path> cached(Purpose purpose, HubReference reference, Precision precision) {
    CachedRepository repository = cache.repository(reference.repository());
    return repository
        .commit(reference.revision())
        .map(repository::snapshot)
        .flatMap(snapshot -> CachedModel.location(purpose, reference, snapshot, precision));
  }

  /**
   * Asks the Hub for the newest commit of the revision, and fetches what is missing of it.
   *
   * @throws ModelException when that fails; the message has the way out
   */
  public Path fetch(HubReference reference, Precision precision) {
    return fetch(Purpose.MODEL, reference, precision);
  }

  private Path fetch(Purpose purpose, HubReference reference, Precision precision) {
    if (settings.offline()) {
      throw new ModelException(
          reference
              + ": not complete in "
              + settings.cache()
              + " (expected: a model that is there, as HF_HUB_OFFLINE is set; the command pull"
              + " fetches one where there is a network)");
    }
    RepositoryInfo info = client.info(reference);
    CachedRepository repository = cache.repository(reference.repository());
    cache.create();
    repository.create();
    FileSelection selection = select(purpose, reference, info, repository, precision);
    fetchAll(reference, info, repository, selection.files(), listener);
    repository.writeRef(reference.revision(), info.commit());
    return selection.location(repository.snapshot(info.commit()));
  }

  private FileSelection select(
      Purpose purpose,
      HubReference reference,
      RepositoryInfo info,
      CachedRepository repository,
      Precision precision) {
    Optional<JsonObject> index = Optional.empty();
    if (purpose == Purpose.MODEL
        && reference.file().isEmpty()
        && info.paths().contains(FileSelection.INDEX)) {
      // Without progress: how much there is to fetch is not known yet.
      fetchAll(reference, info, repository, List.of(FileSelection.INDEX), FetchListener.NONE);
      Path file = repository.snapshot(info.commit()).resolve(FileSelection.INDEX);
      index = Optional.of(JsonObject.read(reference + ": " + FileSelection.INDEX, file));
    }
    reference
        .file()
        .filter(file -> !info.paths().contains(file))
        .filter(dev.lukis.model.hub.cache.FilePath::isSafe)
        .ifPresent(file -> repository.writeMissing(info.commit(), file));
    return FileSelection.choose(
        purpose, reference.repository(), reference.file(), info.paths(), index, precision);
  }

  private void fetchAll(
      HubReference reference,
      RepositoryInfo info,
      CachedRepository repository,
      List<String> paths,
      FetchListener progress) {
    Path snapshot = repository.snapshot(info.commit());
    List<RemoteFile> files = new ArrayList<>();
    for (String path : paths) {
      if (SnapshotFiles.size(snapshot.resolve(path)) < 0) {
        files.add(plausible(reference, client.describe(reference, info, path)));
      }
    }
    // Weights last: with the last of them, a model counts as complete.
    files.sort(
        Comparator.comparing((RemoteFile file) -> isDescription(file.path()))
            .reversed()
            .thenComparingLong(RemoteFile::size));
    DiskSpace.require(reference, settings.cache(), missing(repository, files));
    FetchTotal total = new FetchTotal(reference.repository(), files, progress);
    FileDownload download = new FileDownload(client, retries, repository, reference, listener);
    for (RemoteFile file : files) {
      if (SnapshotFiles.size(repository.blob(file.hash())) != file.size()) {
        download.fetch(file, total.of(file));
      }
      repository.place(info.commit(), file.path(), file.hash());
      total.finished(file);
    }
  }

  // These are read into memory as a whole.
  private static RemoteFile plausible(HubReference reference, RemoteFile file) {
    if (isDescription(file.path()) && file.size() > LARGEST_DESCRIPTION) {
      throw new ModelException(
          reference
              + ": "
              + file.path()
              + ": "
              + file.size()
              + " bytes (expected: at most "
              + LARGEST_DESCRIPTION
              + ")");
    }
    return file;
  }

  private static boolean isDescription(String path) {
    return path.endsWith(".json") || path.endsWith(".txt");
  }

  private static long missing(CachedRepository repository, List<RemoteFile> files) {
    return files.stream()
        .filter(file -> SnapshotFiles.size(repository.blob(file.hash())) != file.size())
        .mapToLong(file -> Math.max(0, file.size() - FileDownload.present(repository, file)))
        .sum();
  }
}
