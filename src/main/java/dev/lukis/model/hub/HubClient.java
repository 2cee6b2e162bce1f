package dev.lukis.model.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.BlobHash;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Hub's HTTP interface, as far as downloads need it. Blocking; thread-safe.
 *
 * <p>Source: {@code huggingface_hub}, {@code file_download.py} and {@code hf_api.py}.
 */
final class HubClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LARGEST_ANSWER = 32 << 20;
  private static final int ERRORS = 400;

  private final HubSettings settings;
  private final HubHttp http;
  private final Retries retries;

  HubClient(HubSettings settings, Retries retries) {
    this.settings = settings;
    this.http = new HubHttp(settings);
    this.retries = retries;
  }

  /** The commit of a revision, and its files. */
  RepositoryInfo info(HubReference reference) {
    URI address =
        URI.create(
            settings.endpoint()
                + "/api/models/"
                + reference.repository()
                + "/revision/"
                + encoded(reference.revision())
                + "?blobs=true");
    byte[] body = retries.run(reference.toString(), () -> body(reference, address));
    try {
      return RepositoryInfo.read(reference, MAPPER.readTree(body));
    } catch (IOException e) {
      throw notJson(reference, e);
    }
  }

  private ModelException notJson(HubReference reference, IOException failure) {
    return new ModelException(
        reference
            + ": "
            + settings.endpoint()
            + " did not answer with JSON (expected: a server with the Hub's interface in"
            + " HF_ENDPOINT)",
        failure instanceof JsonProcessingException ? failure : null);
  }

  private byte[] body(HubReference reference, URI address) throws IOException {
    try (HubAnswer answer = accepted(reference, http.get(address));
        InputStream in = answer.body()) {
      byte[] bytes = in.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw HubFailures.malformed(
            reference.toString(),
            "the answer is longer than " + LARGEST_ANSWER + " bytes",
            "the list of a repository's files");
      }
      return bytes;
    }
  }

  private HubAnswer accepted(HubReference reference, HubAnswer answer) throws IOException {
    Retries.requireLasting(answer);
    if (answer.status() >= ERRORS) {
      answer.close();
      throw HubFailures.refused(settings, reference, answer);
    }
    return answer;
  }

  /** Asks for hash and size of a file. */
  RemoteFile describe(HubReference reference, RepositoryInfo info, String path) {
    URI address =
        URI.create(
            settings.endpoint()
                + "/"
                + reference.repository()
                + "/resolve/"
                + info.commit()
                + "/"
                + Stream.of(path.split("/", -1))
                    .map(HubClient::encoded)
                    .collect(Collectors.joining("/")));
    return retries.run(
        reference + ": " + path,
        () -> {
          try (HubAnswer answer = accepted(reference, http.head(address))) {
            return described(reference, info, path, address, answer);
          }
        });
  }

  private static RemoteFile described(
      HubReference reference, RepositoryInfo info, String path, URI address, HubAnswer answer) {
    String what = reference + ": " + path;
    String commit = answer.header("X-Repo-Commit").orElse("none");
    if (!commit.equals(info.commit())) {
      throw HubFailures.malformed(
          what, "X-Repo-Commit: " + commit, info.commit() + ", from a server like the Hub");
    }
    RepositoryInfo.Listed listed =
        info.files().getOrDefault(path, new RepositoryInfo.Listed(-1, Optional.empty()));
    String tag = answer.header("X-Linked-Etag").or(() -> answer.header("ETag")).orElse("none");
    String hash = tag.replaceFirst("^W/", "").replace("\"", "");
    if (!BlobHash.isHash(hash)) {
      // A mirror may have tags of its own; the list's hash is as good.
      hash =
          listed
              .hash()
              .orElseThrow(
                  () -> HubFailures.malformed(what, "ETag: " + tag, "SHA-256, or git's SHA-1"));
    }
    long size = size(answer).orElse(listed.size());
    if (size < 0) {
      throw HubFailures.malformed(what, "no size", "X-Linked-Size or Content-Length");
    }
    return new RemoteFile(path, address, hash, size);
  }

  // The length of a redirect is that of its own body.
  private static Optional<Long> size(HubAnswer answer) {
    return answer
        .header("X-Linked-Size")
        .or(() -> answer.isRedirect() ? Optional.empty() : answer.header("Content-Length"))
        .filter(size -> size.matches("[0-9]{1,15}"))
        .map(Long::parseLong);
  }

  /**
   * Opens the bytes of a file.
   *
   * @param offset of the first byte that is wanted; the server may begin at the start all the same
   */
  HubAnswer open(HubReference reference, RemoteFile file, long offset) throws IOException {
    HubAnswer answer = http.get(file.address(), offset);
    return answer.status() == FileDownload.RANGE_PAST_END ? answer : accepted(reference, answer);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
