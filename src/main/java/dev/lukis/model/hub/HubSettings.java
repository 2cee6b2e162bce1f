package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Settings of the Hub, from the environment variables that all of its clients read.
 *
 * @param endpoint of the Hub or a mirror, without a slash at the end
 * @param cache root of the cache
 * @param token of the person, if there is one
 * @param offline whether no request may be sent
 * @param links whether snapshots may be made of symbolic links
 * @param metadataTimeout of a request for information
 * @param downloadTimeout between two parts of a file
 * @param proxies through which requests go
 */
public record HubSettings(
    URI endpoint,
    Path cache,
    Optional<Token> token,
    boolean offline,
    boolean links,
    Duration metadataTimeout,
    Duration downloadTimeout,
    Proxies proxies) {

  private static final String ENDPOINT = "https://huggingface.co";
  private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
  private static final int TIMEOUT_SECONDS = 10;

  /** From the environment of this process. */
  public static HubSettings ofEnvironment() {
    return of(System.getenv());
  }

  /**
   * @throws ModelException when a variable cannot be used; the message names it
   */
  public static HubSettings of(Map<String, String> environment) {
    Path home = home(environment);
    Optional<Token> token =
        isTrue(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN")
            ? Optional.empty()
            : Token.of(
                environment, path(environment, "HF_TOKEN_PATH").orElse(home.resolve("token")));
    return new HubSettings(
        endpoint(environment),
        path(environment, "HF_HUB_CACHE")
            .or(() -> path(environment, "HUGGINGFACE_HUB_CACHE"))
            .orElse(home.resolve("hub"))
            .toAbsolutePath()
            .normalize(),
        token,
        isTrue(environment, "HF_HUB_OFFLINE") || isTrue(environment, "TRANSFORMERS_OFFLINE"),
        !isTrue(environment, "HF_HUB_DISABLE_SYMLINKS"),
        seconds(environment, "HF_HUB_ETAG_TIMEOUT"),
        seconds(environment, "HF_HUB_DOWNLOAD_TIMEOUT"),
        Proxies.of(environment));
  }

  private static Path home(Map<String, String> environment) {
    return path(environment, "HF_HOME")
        .or(() -> path(environment, "XDG_CACHE_HOME").map(it -> it.resolve("huggingface")))
        .orElseGet(() -> Path.of(userHome(environment), ".cache", "huggingface"));
  }

  private static String userHome(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return home.isEmpty() ? System.getProperty("user.home", "") : home;
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String expanded =
        VARIABLE
            .matcher(value)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        environment.getOrDefault(variable(found), found.group())));
    boolean home = expanded.equals("~") || expanded.startsWith("~/");
    return Optional.of(Path.of(home ? userHome(environment) + expanded.substring(1) : expanded));
  }

  private static String variable(MatchResult found) {
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  private static URI endpoint(Map<String, String> environment) {
    String value = environment.getOrDefault("HF_ENDPOINT", "").strip();
    String plain = (value.isEmpty() ? ENDPOINT : value).replaceAll("/+$", "");
    try {
      URI endpoint = URI.create(plain);
      boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
      if (web && endpoint.getHost() != null && endpoint.getRawUserInfo() == null) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new ModelException("HF_ENDPOINT: " + value + " (expected: https://host[:port])");
  }

  private static boolean isTrue(Map<String, String> environment, String name) {
    return TRUE.contains(environment.getOrDefault(name, "").strip().toUpperCase(Locale.ROOT));
  }

  private static Duration seconds(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return Duration.ofSeconds(TIMEOUT_SECONDS);
    }
    if (!value.matches("[1-9][0-9]{0,4}")) {
      throw new ModelException(name + ": " + value + " (expected: 1..99999, in seconds)");
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }

  /** The page of a repository, for people. */
  String page(String repository) {
    return endpoint + "/" + repository;
  }
}
