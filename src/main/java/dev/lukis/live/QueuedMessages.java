package dev.lukis.live;

import dev.lukis.live.protocol.ClientMessage;
import dev.lukis.session.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of a client without a session, bounded: the newest prompt counts. Not thread-safe. */
final class QueuedMessages {
  private static final int MAX_SETTINGS = 16;

  // Mutable state
  private final List<ClientMessage> settings = new ArrayList<>();
  private ClientMessage.@Nullable Prompt prompt;
  private ClientMessage.@Nullable Commit commit;

  /**
   * @throws RefusedException when there are too many settings
   */
  void keep(ClientMessage message) {
    if (message instanceof ClientMessage.Prompt newer) {
      prompt = newer;
      commit = null;
    } else if (message instanceof ClientMessage.Commit committed) {
      commit = committed;
    } else if (message instanceof ClientMessage.Settings changed) {
      if (settings.size() == MAX_SETTINGS) {
        throw new RefusedException(
            "too-fast", "settings: too many (expected: at most 16 before there is room)");
      }
      settings.add(changed);
    } else if (message instanceof ClientMessage.Stop) {
      prompt = null;
      commit = null;
    }
  }

  /** The newest revision, or 0. */
  long revision() {
    return prompt == null ? 0 : prompt.revision();
  }

  /** The kept messages, in the order in which a session takes them. */
  List<ClientMessage> kept() {
    List<ClientMessage> kept = new ArrayList<>(settings);
    if (prompt != null) {
      kept.add(prompt);
    }
    if (commit != null) {
      kept.add(commit);
    }
    return kept;
  }
}
