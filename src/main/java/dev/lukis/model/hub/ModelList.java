package dev.lukis.model.hub;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.CachedRepository;
import dev.lukis.model.hub.cache.HubCache;
import dev.lukis.model.hub.cache.SnapshotFiles;
import dev.lukis.model.hub.cache.SnapshotFiles.HashState;
import dev.lukis.model.hub.selection.FileSelection;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.model.hub.selection.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what the cache holds, also what other clients of the Hub have put there. Stateless. */
public final class ModelList {
  private static final int SHORT = 8;

  private ModelList() {}

  /**
   * @param verify whether every file is read and compared with its hash
   * @throws ModelException when the cache cannot be read
   */
  public static List<ListedModel> of(HubSettings settings, boolean verify) {
    List<ListedModel> models = new ArrayList<>();
    for (CachedRepository each : new HubCache(settings.cache(), settings.links()).repositories()) {
      List<String> commits = each.commits();
      commits.forEach(commit -> models.add(snapshot(each, commit, verify)));
      if (commits.isEmpty()) {
        models.add(
            new ListedModel(
                each.name(), "-", "unknown", each.bytes(), false, "", unfinished(each)));
      }
    }
    return List.copyOf(models);
  }

  private static ListedModel snapshot(CachedRepository repository, String commit, boolean verify) {
    Path snapshot = repository.snapshot(commit);
    List<String> files = SnapshotFiles.list(snapshot);
    String kind = "unknown";
    String remark = "";
    boolean complete = false;
    try {
      kind = files.contains(FileSelection.INDEX) ? family(repository.name(), snapshot) : kind;
      FileSelection selection =
          CachedModel.select(
              Purpose.MODEL, repository.name(), Optional.empty(), snapshot, Precision.SINGLE);
      kind = selection.kind() == FileSelection.Kind.PIPELINE ? kind : name(selection.kind());
      complete = true;
    } catch (ModelException e) {
      remark = String.valueOf(e.getMessage());
    }
    return new ListedModel(
        repository.name(),
        revision(repository.refs(), commit),
        kind,
        files.stream().mapToLong(file -> SnapshotFiles.size(snapshot.resolve(file))).sum(),
        complete,
        verify ? hashes(snapshot, files) : "",
        complete ? "" : remark + unfinished(repository));
  }

  private static String family(String name, Path snapshot) {
    return JsonObject.read(name + ": " + FileSelection.INDEX, snapshot.resolve(FileSelection.INDEX))
        .text("_class_name", "unknown");
  }

  private static String name(FileSelection.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String unfinished(CachedRepository repository) {
    return repository.hasIncomplete() ? "; a download has not ended" : "";
  }

  private static String revision(Map<String, String> refs, String commit) {
    return Stream.concat(
            refs.entrySet().stream()
                .filter(ref -> ref.getValue().equals(commit))
                .map(Map.Entry::getKey),
            Stream.of(commit.substring(0, SHORT)))
        .collect(Collectors.joining(" "));
  }

  private static String hashes(Path snapshot, List<String> files) {
    int unknown = 0;
    for (String file : files) {
      try {
        HashState state = SnapshotFiles.verify(snapshot.resolve(file));
        if (state == HashState.WRONG) {
          return file + " is wrong: delete it, then pull again";
        }
        unknown += state == HashState.UNKNOWN ? 1 : 0;
      } catch (IOException e) {
        return file + " cannot be read";
      }
    }
    return unknown == 0 ? "right" : "unknown for " + unknown + " of " + files.size() + " files";
  }
}
