package dev.lukis.resume;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Port: keeps things for a limited time, each under a secret token. Implementations may live in
 * another process, so answers come later, on any thread. Thread-safe.
 *
 * @param <T> type of the kept things
 */
public interface ResumeStore<T> {
  /** Keeps a thing, in place of what was kept under the same token. */
  Uni<Void> put(String token, T thing);

  /** Removes a thing and returns it; empty if the token is unknown or the thing has expired. */
  Uni<Optional<T>> take(String token);

  /** Approximate number of kept things. */
  long size();
}
