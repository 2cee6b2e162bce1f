package dev.lukis.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.hub.cache.BlobHash;
import dev.lukis.model.hub.cache.FilePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Hub tells of one commit of a repository.
 *
 * @param commit 40 hexadecimal digits
 * @param files by path; those that no disk could hold safely are left out
 */
record RepositoryInfo(String commit, Map<String, Listed> files) {
  private static final int MOST_FILES = 100_000;

  /**
   * A file as the list has it. A mirror may tell neither.
   *
   * @param size in bytes, -1 if it is not told
   * @param hash SHA-256 of a large file, git's SHA-1 of a small one
   */
  record Listed(long size, Optional<String> hash) {}

  static RepositoryInfo read(HubReference reference, JsonNode json) {
    String commit = json.path("sha").asText("");
    JsonNode siblings = json.path("siblings");
    if (!HubReference.isCommit(commit) || !siblings.isArray() || siblings.size() > MOST_FILES) {
      throw HubFailures.malformed(
          reference.toString(),
          "the answer has no commit or no list of files",
          "a server with the Hub's interface in HF_ENDPOINT");
    }
    Map<String, Listed> files = new LinkedHashMap<>();
    for (JsonNode each : siblings) {
      String path = each.path("rfilename").asText("");
      if (FilePath.isSafe(path)) {
        files.put(path, listed(each));
      }
    }
    return new RepositoryInfo(commit, files);
  }

  private static Listed listed(JsonNode file) {
    JsonNode large = file.path("lfs");
    String hash = large.path("sha256").asText(file.path("blobId").asText(""));
    long size = large.path("size").asLong(file.path("size").asLong(-1));
    return new Listed(size, Optional.of(hash).filter(BlobHash::isHash));
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }
}
