package dev.lukis.live;

import dev.lukis.live.resumption.ResumableSession;
import dev.lukis.resume.ResumeStore;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** A store in another process: operations end later, and those under way at once in any order. */
final class DelayedStore implements ResumeStore<ResumableSession> {
  private final Supplier<Queue<Runnable>> loops;
  private final Map<String, ResumableSession> kept = new HashMap<>();

  /**
   * @param loops makes a queue for the tasks of one operation
   */
  DelayedStore(Supplier<Queue<Runnable>> loops) {
    this.loops = loops;
  }

  @Override
  public Uni<Void> put(String token, ResumableSession thing) {
    return later(
        () -> {
          kept.put(token, thing);
          return null;
        });
  }

  @Override
  public Uni<Optional<ResumableSession>> take(String token) {
    return later(() -> Optional.ofNullable(kept.remove(token)));
  }

  private <T> Uni<T> later(Supplier<T> action) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Queue<Runnable> loop = loops.get();
              loop.add(
                  () -> {
                    T done = action.get();
                    loop.add(() -> emitter.complete(done));
                  });
            });
  }

  @Override
  public long size() {
    return kept.size();
  }

  long sessions() {
    return kept.values().stream().distinct().count();
  }
}
